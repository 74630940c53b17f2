import { largest } from "../base/manyValues";
import { groupBy } from "../base/groupBy";
import type { RegisteredLine } from "../documents/register";
import { sum, type Decimal } from "../money/decimal";
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
 * Events that no line counts among its Source rows: one of no units may cost a fee or a minimum all the same. None where a
 * line does not say how many rows stand behind it, and where events are not priced one by one.
 */
export function uncountedEvents(rows: Int32Array, billed: readonly RegisteredLine[], price: Price): number {
  const steps = billed.filter(({ kind = "usage" }) => kind === "usage" || kind === "included");
  if (!price.perEvent || steps.some(({ sourceRows }) => sourceRows === undefined)) return 0;
  const documents = [...groupBy(steps, ({ invoiceNumber }) => invoiceNumber).values()];
  // Every step of a price names all rows behind the price.
  const counted = documents.map((lines) => largest(lines.map(({ sourceRows = 0 }) => sourceRows)));
  return Math.max(0, rows.length - counted.reduce((all, count) => all + count, 0));
}

/** Late rows, and the last events of no units as far as lines count fewer: 26.1 billed, then 0 is one event more. */
function withoutUnits(
  late: Int32Array,
  rows: Int32Array,
  uncounted: number,
  price: Price,
  context: RatingContext,
): Int32Array {
  const open = uncounted - late.length;
  if (open <= 0) return late;
  const known = new Set(late);
  const ofNothing = rows.filter((row) => !known.has(row) && unitsOfRow(row, price, context).isZero());
  return Int32Array.from([...late, ...ofNothing.slice(-open)]).sort();
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
  const last = quantity.isZero() ? noRows : lastRowsOf(rows, quantity, price, context);
  if (last.length === 0 && !quantity.isZero()) return undefined;
  const late = withoutUnits(last, rows, uncountedEvents(rows, billed, price), price, context);
  return late.length > 0 ? late : undefined;
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
  if (quantity.isNegative()) return noRows;
  return unbilledRows(rows, billed, quantity, price, context) ?? (quantity.isZero() ? noRows : rows);
}
