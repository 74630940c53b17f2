import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { formatLongPeriod } from "../calendar/longDate";
import { Decimal, sum, zero } from "../money/decimal";
import { billingPeriods } from "./billingPeriods";
import { meterPrice } from "./meterPrice";
import type { PriceChain } from "./priceChains";
import { usageParts } from "./priceParts";
import { ratedBefore } from "./ratedBefore";
import type { Carried, CarriedUnits, RatingContext } from "./ratingContext";

export const carriedUnits = ({ units }: Carried): Decimal => sum(units.map((part) => part.units));

const nothing: Carried = { units: [] };

/** Takes units, oldest first; what nobody uses stays. */
function use(units: readonly CarriedUnits[], quantity: Decimal): { left: CarriedUnits[]; rest: Decimal } {
  let rest = quantity;
  const left = units.flatMap((part) => {
    const used = Decimal.min(part.units, rest);
    rest = rest.minus(used);
    const still = part.units.minus(used);
    return still.isZero() ? [] : [{ ...part, units: still }];
  });
  return { left, rest };
}

/** What is left at the end of a period: what moves on, and what does not any more. */
interface EndOfPeriod {
  readonly moves: Carried;
  readonly expires: readonly CarriedUnits[];
}

/** The end of a period in which so much was used: 1,000 included and 600 used leave 400. */
function endOf(before: Carried, price: Price, period: Period, used: Decimal): EndOfPeriod {
  const { periods, maximum } = price.rollover!;
  const { left, rest } = use(before.units, used);
  const unused = Decimal.max(zero, price.included.minus(rest));
  const aged = left.map((part) => ({ ...part, periodsLeft: part.periodsLeft - 1 }));
  const over = aged.filter(({ periodsLeft }) => periodsLeft < 1);
  const still = aged.filter(({ periodsLeft }) => periodsLeft >= 1);
  const fresh = unused.isZero() ? [] : [{ units: unused, of: period, periodsLeft: periods }];
  const all = [...still, ...fresh];
  const most = maximum ?? sum(all.map(({ units }) => units));
  const beyond = Decimal.max(zero, sum(all.map(({ units }) => units)).minus(most));
  const moves = use(all, beyond).left;
  const kept = new Map(moves.map((part) => [part.of.from, part.units]));
  const cut = all.flatMap((part) => {
    const units = part.units.minus(kept.get(part.of.from) ?? zero);
    return units.isZero() ? [] : [{ ...part, units }];
  });
  return { moves: { units: moves }, expires: [...over, ...cut] };
}

/** The price that includes units in a period: that of its first day. */
const priceOf = (chain: PriceChain, full: Period) =>
  chain.find(
    ({ service, rollover }) => rollover !== undefined && service.to >= full.from && service.from <= full.to,
  );

/** What a chain of prices metered in a full period. */
function usedIn(contract: Contract, chain: PriceChain, full: Period, context: RatingContext): Decimal {
  const parts = usageParts(chain, full, context.settings.prorationBasis);
  return sum(
    parts.map(({ price, part }) => meterPrice(contract, price, { days: part, full }, context).quantity),
  );
}

/** The full billing period before another in which the chain was in force. */
function periodBefore(contract: Contract, chain: PriceChain, full: Period): Period | undefined {
  const day = full.from - 1;
  if (!chain.some(({ service }) => service.from <= day)) return undefined;
  return billingPeriods(contract, { from: day, to: day })[0]?.full;
}

/**
 * The units that move into a full billing period: of every period before it what was not used, by what was metered and so
 * billed or late. 1,000 included, 600 used in October: 400 move into November.
 */
export function carriedInto(
  contract: Contract,
  chain: PriceChain,
  full: Period,
  context: RatingContext,
): Carried {
  const [first] = chain;
  if (!first) return nothing;
  const { carried } = ratedBefore(contract, context);
  const known = carried.get(first) ?? new Map<number, Carried>();
  carried.set(first, known);
  // The first period has nothing before it; from there on each is worked out once.
  const missing: Period[] = [];
  for (let at: Period | undefined = full; at && !known.has(at.from); at = periodBefore(contract, chain, at))
    missing.push(at);
  for (const period of missing.reverse()) {
    const before = periodBefore(contract, chain, period);
    const price = before && priceOf(chain, before);
    const moved =
      before && price
        ? endOf(known.get(before.from) ?? nothing, price, before, usedIn(contract, chain, before, context))
            .moves
        : nothing;
    known.set(period.from, moved);
  }
  return known.get(full.from) ?? nothing;
}

/** The units that nobody can use any more after a period, with the periods that they are of. */
export function expiredAfter(before: Carried, price: Price, full: Period, used: Decimal): readonly string[] {
  return endOf(before, price, full, used).expires.map(
    ({ units, of }) => `${units.toString()} of ${formatLongPeriod(of)}`,
  );
}
