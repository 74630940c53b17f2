import { billedQuantity } from "../documents/billedQuantity";
import { priceFinder } from "../documents/meteredService";
import { Decimal, sum, zero } from "../money/decimal";
import { chargeQuantity, type Charge, type ChargeLine } from "../pricing/charge";
import type { RatedPart } from "../rating/ratedUsage";
import { chargeParts } from "../rating/rateUsage";
import type { RatingContext } from "../rating/ratingContext";
import type { Comparison } from "./comparison";
import type { Expected } from "./expected";

/**
 * The units that lines bill; undefined where a line does not say. Units that a document bills of the meter without this
 * product were billed at a price of nothing: 10 calls, and later 5 with a surcharge that was added since, are 15.
 */
export function billedUnits({
  contract,
  lines,
  beside,
}: Pick<Comparison, "contract" | "lines" | "beside">): Decimal | undefined {
  const priceOf = priceFinder(contract);
  const units = billedQuantity(lines, priceOf);
  return beside.length === 0 ? units : units?.plus(billedQuantity(beside, priceOf) ?? zero);
}

/** Prices that follow each other; those of the same days price the same units. */
function chainsOf(parts: readonly Expected[]): RatedPart[][] {
  const chains: RatedPart[][] = [];
  const rated = parts.flatMap(({ source }) => ("usage" in source ? [source] : []));
  for (const part of [...rated].sort((a, b) => a.part.from - b.part.from)) {
    const chain = chains.find((candidate) => candidate[candidate.length - 1]!.part.to < part.part.from);
    if (chain) chain.push(part);
    else chains.push([part]);
  }
  return chains;
}

const unitsOf = (chain: readonly RatedPart[]) => sum(chain.map(({ usage }) => usage.quantity));

/** The units metered in the days of parts, each once: 60 and then 40, with a surcharge on both, are 100. */
export function meteredUnits(parts: readonly Expected[]): Decimal {
  const [first = zero, ...others] = chainsOf(parts).map(unitsOf);
  return others.reduce((most, units) => Decimal.max(most, units), first);
}

/** Units over the parts of a chain, in order of days; more than were metered fall to the last. */
function allotted(chain: readonly RatedPart[], units: Decimal): RatedPart["usage"]["quantity"][] {
  let rest = units;
  return chain.map(({ usage }, index) => {
    const quantity = index === chain.length - 1 ? rest : Decimal.min(rest, usage.quantity);
    rest = rest.minus(quantity);
    return quantity;
  });
}

/** What some units cost at the prices now in force. */
export interface OwedUnits {
  /** Before rounding. */
  readonly amount: Decimal;
  /** The steps that they are charged in. */
  readonly steps: readonly ChargeLine[];
}

function owedBy(charges: readonly Charge[]): OwedUnits {
  const steps = charges.flatMap((charge) => (charge.ok ? charge.lines : []));
  return { amount: sum(charges.map((charge) => (charge.ok ? charge.amount : zero))), steps };
}

const chargesOf = (parts: readonly RatedPart[]) => parts.map(({ usage }) => usage.charge);

/** What some units would cost at the prices now in force; undefined where events or a closed last tier leave it open. */
export function owedForUnits(
  parts: readonly Expected[],
  units: Decimal,
  context: RatingContext,
): OwedUnits | undefined {
  const chains = chainsOf(parts);
  if (chains.flat().some(({ price }) => price.perEvent)) return undefined;
  const charges = chains.flatMap((chain): readonly Charge[] => {
    const [first] = chain;
    // What is left of an included quantity is known of a part alone only by what it was rated with.
    if (first && chain.length === 1) return [chargeQuantity(units, first.usage.terms)];
    if (units.equals(unitsOf(chain))) return chargesOf(chain);
    const quantities = allotted(chain, units);
    const charged = chargeParts(
      chain.map((part, index) => ({ ...part, quantity: quantities[index]!, rows: part.usage.rows })),
      context,
    );
    return chargesOf(charged);
  });
  return charges.every(({ ok }) => ok) ? owedBy(charges) : undefined;
}

/** What the metered units cost, event by event where events are priced. */
export const owedForMetered = (parts: readonly Expected[]): OwedUnits =>
  owedBy(chargesOf(chainsOf(parts).flat()));
