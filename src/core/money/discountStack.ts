import { Decimal, zero } from "./decimal";
import { round } from "./round";

/** What discounts leave of an amount: percents compound on what is left, then amounts, never below 0. */
interface DiscountsOfAmount {
  /** As fractions, in their order. */
  readonly percents: readonly Decimal[];
  readonly amounts: readonly Decimal[];
  readonly digits: number;
}

/** Each discount is rounded by itself: 10 % and 25 % of 100.00 leave 67.50; 10 % and then 50.00 leave 40.00. */
export function afterDiscounts(amount: Decimal, { percents, amounts, digits }: DiscountsOfAmount): Decimal {
  const afterPercents = percents.reduce(
    (left, percent) => left.minus(round(left.times(percent), digits, "half_up")),
    amount,
  );
  return amounts.reduce((left, off) => Decimal.max(left.minus(off), zero), afterPercents);
}
