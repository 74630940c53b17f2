import { isWhole } from "../../calendar/proration";
import type { InvoiceLine } from "../../invoicing/invoice";
import type { Decimal } from "../../money/decimal";
import type { RatedItem } from "../../rating/ratedItem";

/**
 * A line has the 15 digits of a cell, so a price that was cut to some days comes back to 12 of them: 49.00, not
 * 48.9999999999999.
 */
const KEPT_DIGITS = 12;

/** What a figure was before it was cut to the days of a short period: 22.1290322580645 of 14 days in 31 was 49.00. */
export function beforeProration(cut: Decimal, { fraction }: RatedItem): Decimal {
  const full = cut.times(fraction.denominator).dividedBy(fraction.numerator);
  return full.toSignificantDigits(KEPT_DIGITS);
}

/** The item of a line whose price was cut to the days of a short period, else undefined. */
export function proratedItem({ kind, item }: InvoiceLine): RatedItem | undefined {
  const isCut =
    item !== undefined && kind === "fixed" && !isWhole(item.fraction) && item.fraction.numerator > 0;
  return isCut ? item : undefined;
}
