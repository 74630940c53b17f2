import type { Contract } from "../catalog/records";
import { billedQuantity } from "../documents/billedQuantity";
import { priceFinder } from "../documents/meteredService";
import type { RegisteredLine } from "../documents/register";
import { Decimal, sum, zero } from "../money/decimal";
import { chargeQuantity } from "../pricing/charge";
import type { RatedPart } from "../rating/ratedUsage";
import { chargeParts } from "../rating/rateUsage";
import type { RatingContext } from "../rating/ratingContext";
import type { Expected } from "./expected";

/** The units that lines bill; undefined where a line does not say. */
export function billedUnits(contract: Contract, lines: readonly RegisteredLine[]): Decimal | undefined {
  return billedQuantity(lines, priceFinder(contract));
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

/** What some units would cost at the prices now in force, before rounding; undefined where events decide the amount. */
export function owedForUnits(
  parts: readonly Expected[],
  units: Decimal,
  context: RatingContext,
): Decimal | undefined {
  const chains = chainsOf(parts);
  if (chains.flat().some(({ price }) => price.perEvent)) return undefined;
  const amounts = chains.map((chain): Decimal | undefined => {
    const [first] = chain;
    // What is left of an included quantity is known of a part alone only by what it was rated with.
    if (first && chain.length === 1) {
      const charge = chargeQuantity(units, first.usage.terms);
      return charge.ok ? charge.amount : undefined;
    }
    if (units.equals(unitsOf(chain)))
      return sum(chain.map(({ usage }) => (usage.charge.ok ? usage.charge.amount : zero)));
    const quantities = allotted(chain, units);
    const charged = chargeParts(
      chain.map((part, index) => ({ ...part, quantity: quantities[index]!, rows: part.usage.rows })),
      context,
    );
    return sum(charged.map(({ usage }) => (usage.charge.ok ? usage.charge.amount : zero)));
  });
  return amounts.some((amount) => amount === undefined)
    ? undefined
    : sum(amounts.flatMap((amount) => amount ?? []));
}
