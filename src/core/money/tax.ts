import { one, type Decimal } from "./decimal";
import { round } from "./round";

/** Tax on a net amount, rounded half away from zero to `digits`: 8180 at 0.09975 is 815.96. */
export function taxOn(net: Decimal, rate: Decimal, digits: number): Decimal {
  return round(net.times(rate), digits, "half_up");
}

/** The tax that a gross amount contains, rounded likewise: 119 at 0.19 contains 19. The rate is not below 0. */
export function taxWithin(gross: Decimal, rate: Decimal, digits: number): Decimal {
  return round(gross.times(rate).dividedBy(rate.plus(one)), digits, "half_up");
}

/** The tax that an amount of either sign contains: −119 at 0.19 contains −19. */
export function taxInside(amount: Decimal, rate: Decimal, digits: number): Decimal {
  const tax = taxWithin(amount.abs(), rate, digits);
  return amount.isNegative() ? tax.negated() : tax;
}
