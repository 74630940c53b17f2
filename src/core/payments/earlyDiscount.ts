import type { Day } from "../calendar/day";
import { discountRateOn, type Terms } from "../calendar/terms";
import { zero, type Decimal } from "../money/decimal";

/**
 * What paying on that day takes off, unrounded; the last day of the discount counts. 850.00 of 2026-09-01 at
 * 2/10 Net 30 is 17.00 up to 2026-09-11, then 0.
 */
export function earlyDiscount(amount: Decimal, invoiceDate: Day, paymentDate: Day, terms: Terms): Decimal {
  const rate = discountRateOn(terms, invoiceDate, paymentDate);
  return rate.isZero() ? zero : amount.times(rate);
}
