import { minorDigits } from "./currency";
import { Decimal } from "./decimal";
import { round } from "./round";

/** How far an index may move a price in one step, as fractions of the price before. */
interface StepLimits {
  readonly cap: Decimal | undefined;
  readonly floor: Decimal | undefined;
}

/** A raised figure in the decimals that it was agreed with, at least those of the currency. */
export function inAgreedDecimals(figure: Decimal, agreed: Decimal, currency: string): Decimal {
  return round(figure, Math.max(agreed.decimalPlaces(), minorDigits(currency)), "half_up");
}

/** A price raised by a share of itself, not rounded: 100.00 by 5 % is 105.00. */
export const raisedByPercent = (before: Decimal, percent: Decimal): Decimal => before.times(percent.plus(1));

/**
 * What an index makes of an agreed price, not rounded, its change against the price before within cap and floor: 1,000.00
 * agreed at 105.65 is 1,045.91 at 110.5, and 1,030.00 where a step is capped at 3 %.
 */
export function raisedByIndex(
  agreed: Decimal,
  before: Decimal,
  { value, base }: { readonly value: Decimal; readonly base: Decimal },
  { cap, floor }: StepLimits,
): Decimal {
  const target = agreed.times(value).dividedBy(base);
  const most = cap && before.times(cap.plus(1));
  const least = floor && before.times(floor.plus(1));
  const capped = most ? Decimal.min(target, most) : target;
  return least ? Decimal.max(capped, least) : capped;
}
