import { knownValue } from "../base/knownValue";
import { overlaps, type Period } from "../calendar/period";
import type { Price } from "../catalog/records";
import { shareByLargestRemainder } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { round } from "../money/round";
import { fixedParts, settlementsOf } from "../rating/priceParts";
import { rateFixedPart } from "../rating/rateParts";
import { exactAmount } from "../rating/ratedItem";
import type { FixedPart } from "../rating/priceParts";
import type { RatedPart, RatedUsage } from "../rating/ratedUsage";
import { silently } from "../rating/ratingContext";
import { priceChains } from "../rating/ratedBefore";
import { placesOfPrices } from "../rating/placesOfPrices";
import { rateUsage } from "../rating/rateUsage";
import { capOn } from "../rating/terms/maximumPeriods";
import type { CheckedPeriod } from "./checkedPeriods";
import type { ReconcileContext } from "./context";
import { rateAsBilled } from "./rateAsBilled";

/** What one price owes for its part of a period. */
export interface Expected {
  readonly checked: CheckedPeriod;
  readonly price: Price;
  /** The days it is for; of a fee that is charged once the first. */
  readonly part: Period;
  /** Before rounding. */
  readonly exact: Decimal;
  /** In minor units: rounded once, or the price's share of the contract's amount where invoices are rounded once. */
  readonly amount: Decimal;
  /** Undefined for fixed prices. */
  readonly usage: RatedUsage | undefined;
  readonly source: FixedPart | RatedPart;
}

/** What each price of a contract owes for a period; of one that has not ended the fees that are due already. */
export function dueIn(checked: CheckedPeriod, context: ReconcileContext): Expected[] {
  const all = expectedOf(checked, context);
  if (!checked.isRunning) return all;
  return all.filter(({ source }) => "due" in source && source.due <= context.run.to);
}

/** What one price owes before its amount is settled; `exact` is in the unit of the price. */
type Owed = Omit<Expected, "amount">;

/** What is owed in the currency of the contract. */
function inMoney(owed: Owed, context: ReconcileContext): Decimal {
  if (owed.price.pricedIn === undefined) return owed.exact;
  return owed.exact.times(rateAsBilled(owed, owed.checked.contract, context) ?? zero);
}

/** What is owed at most where the price has a maximum for a year or the contract: what is billed of other days counts. */
function underCap(
  { price, part, checked: { contract } }: Owed,
  exact: Decimal,
  { billed }: ReconcileContext,
): Decimal {
  const cap = capOn({ contract }, price, part.from);
  if (!cap) return exact;
  const others = billed
    .of(contract, price, cap.days)
    .lines.filter(({ period }) => period && !overlaps(period, part));
  const left = cap.amount.minus(sum(others.map(billed.netOf)));
  return Decimal.min(exact, Decimal.max(zero, left));
}

/** What each price of a contract owes for a period. */
export function expectedOf(checked: CheckedPeriod, context: ReconcileContext): Expected[] {
  const { contract, period } = checked;
  const silent = silently(context);
  const { fixed } = priceChains(contract, silent);
  const basis = context.settings.prorationBasis;
  const fees = fixed
    .flatMap((chain) => fixedParts(contract, chain, period, basis))
    .flatMap((part) => [
      part,
      ...settlementsOf(part, period.service, basis).filter(({ due }) => due <= context.run.to),
    ])
    .flatMap((source): Owed[] => {
      const item = rateFixedPart(contract, source, silent);
      if (!item) return [];
      const { price, part } = source;
      const days = price.isOnce ? { from: part.from, to: part.from } : part;
      return [{ checked, price, part: days, exact: exactAmount(item), usage: undefined, source }];
    });
  // A price that cannot be applied has been reported and holds the contract; there is nothing to compare.
  const usages = rateUsage(contract, period.full, silent)
    .flat()
    .flatMap((source): Owed[] => {
      const { price, part, usage } = source;
      return usage.charge.ok ? [{ checked, price, part, exact: usage.charge.amount, usage, source }] : [];
    });
  const order = placesOfPrices(contract);
  const rated = [...fees, ...usages].sort((a, b) => knownValue(order, a.price) - knownValue(order, b.price));
  const { roundingMode, lineRounding } = context.settings;
  const digits = minorDigits(contract.currency);
  const exact = rated.map((owed) => underCap(owed, inMoney(owed, context), context));
  const amounts =
    lineRounding === "invoice"
      ? shareByLargestRemainder(round(sum(exact), digits, roundingMode), exact, digits)
      : exact.map((amount) => round(amount, digits, roundingMode));
  return rated.map((owed, index) => ({ amount: amounts[index]!, ...owed, exact: exact[index]! }));
}
