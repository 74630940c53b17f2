import type { RegisteredLine } from "../documents/register";
import { one, type Decimal } from "../money/decimal";
import { round, type RoundingMode } from "../money/round";

/** Quantity and price of a line as an e-invoice needs them: their product, rounded, is the amount. */
export interface EInvoiceFigures {
  readonly quantity: Decimal;
  /** Never below 0: the sign is the quantity's. */
  readonly price: Decimal;
  /** Whether they are those of the line; else it is 1 at the amount. */
  readonly isOfLine: boolean;
}

/**
 * The quantity and price of a line where they make its amount, else 1 and the amount: 5321 at 0.00875 is 46.56;
 * 2 seats at 19.90 with a flat fee of 150.00 is 1 at 189.80; 1 at −24.50 is −1 at 24.50. A profile may say how far the
 * product may be from the amount before it is rounded, which matters in currencies without cents.
 */
export function eInvoiceFigures(
  { quantity, unitPrice, flatFee, amount }: RegisteredLine,
  digits: number,
  mode: RoundingMode,
  mostApart?: string,
): EInvoiceFigures {
  const isPlain = flatFee === undefined || flatFee.isZero();
  const isOfLine =
    isPlain &&
    quantity !== undefined &&
    unitPrice !== undefined &&
    !quantity.isZero() &&
    round(quantity.times(unitPrice), digits, mode).equals(amount) &&
    (mostApart === undefined || quantity.times(unitPrice).minus(amount).abs().lessThanOrEqualTo(mostApart));
  const [count, price] = isOfLine ? [quantity, unitPrice] : [one, amount];
  return price.isNegative()
    ? { quantity: count.negated(), price: price.abs(), isOfLine }
    : { quantity: count, price, isOfLine };
}
