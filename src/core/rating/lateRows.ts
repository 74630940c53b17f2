import type { RegisteredLine } from "../documents/register";
import { sum, zero, type Decimal } from "../money/decimal";
import type { Price } from "../catalog/records";
import { addsUp, unitsOfRow } from "./meterPrice";
import { noRows } from "./ratedItem";
import type { RatingContext } from "./ratingContext";

/** Rows that arrived after the day of the first document that bills the days, where the Received column tells. */
function receivedAfter(
  rows: Int32Array,
  billed: readonly RegisteredLine[],
  { metered }: RatingContext,
): Int32Array {
  const { received } = metered!.usage;
  const invoiceDate = billed[0]?.invoice?.invoiceDate;
  return invoiceDate === undefined ? noRows : rows.filter((row) => received[row]! > invoiceDate);
}

/** Rows that did not. */
export function receivedInTime(
  rows: Int32Array,
  billed: readonly RegisteredLine[],
  context: RatingContext,
): Int32Array {
  const late = new Set(receivedAfter(rows, billed, context));
  return rows.filter((row) => !late.has(row));
}

/** The last rows of the sheet that make up a quantity exactly; none where no run of them does. */
function lastRowsOf(rows: Int32Array, quantity: Decimal, price: Price, context: RatingContext): Int32Array {
  let rest = quantity;
  for (let i = rows.length - 1; i >= 0; i--) {
    rest = rest.minus(unitsOfRow(rows[i]!, price, context));
    if (rest.isZero()) return rows.subarray(i);
    if (rest.isNegative()) break;
  }
  return noRows;
}

/**
 * The rows that make up a quantity which was not billed: those received after the document, else the last of the sheet.
 * Undefined where neither adds up to it.
 */
export function unbilledRows(
  rows: Int32Array,
  billed: readonly RegisteredLine[],
  quantity: Decimal,
  price: Price,
  context: RatingContext,
): Int32Array | undefined {
  if (!addsUp(price, context)) return undefined;
  const received = receivedAfter(rows, billed, context);
  const units = sum([...received].map((row) => unitsOfRow(row, price, context)));
  if (received.length > 0 && units.equals(quantity)) return received;
  const last = lastRowsOf(rows, quantity, price, context);
  return last.length > 0 ? last : undefined;
}

/** The rows that came late, as they are shown: those known to be unbilled, those received late, or all of the days. */
export function lateRows(
  rows: Int32Array,
  billed: readonly RegisteredLine[],
  quantity: Decimal,
  price: Price,
  context: RatingContext,
): Int32Array {
  const received = receivedAfter(rows, billed, context);
  if (received.length > 0) return received;
  return quantity.greaterThan(zero) ? (unbilledRows(rows, billed, quantity, price, context) ?? rows) : noRows;
}
