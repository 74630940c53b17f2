import { parseDateText, type DateOrder } from "./dateText";
import { parseNumberText, type DecimalSign } from "./numberText";

/** The decimal signs that texts show which are numbers: 2.500,75 shows a comma, 1.500 shows nothing. */
export function decimalSignsIn(texts: Iterable<string>): Set<DecimalSign> {
  const seen = new Set<DecimalSign>();
  for (const text of texts) {
    const read = parseNumberText(text);
    if (read.kind === "number" && read.sign) seen.add(read.sign);
  }
  return seen;
}

/** Day or month first, as texts show it which are dates: 31/10/2026 shows the day first, 4/4/2026 nothing. */
export function dateOrdersIn(texts: Iterable<string>): ReadonlySet<DateOrder> {
  const seen = new Set<DateOrder>();
  for (const text of texts) {
    const read = parseDateText(text);
    if (read.kind === "moment" && read.order) seen.add(read.order);
  }
  return seen;
}

/** What the dates of a column settle for those that could be read in two ways. */
export function orderContext(orders: ReadonlySet<DateOrder>) {
  return {
    dateOrder: orders.size === 1 ? [...orders][0] : undefined,
    isOrderMixed: orders.size > 1,
  };
}
