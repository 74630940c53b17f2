import { groupBy } from "../base/groupBy";
import type { LineKind } from "../documents/invoiceLines.table";

/** What of a line tells with which others it is taxed. */
interface TaxableLine {
  readonly contractId: string;
  readonly priceId: string;
  readonly product: string;
  readonly kind: LineKind;
}

/**
 * Lines that are taxed as one where tax is rounded by line: what a price bills and the discounts on it. A line of a
 * discount bears the discount's id, so it is told by the product; without such a line each is taxed by itself.
 */
export function taxedTogether<Line extends TaxableLine>(lines: readonly Line[]): (readonly Line[])[] {
  const byProduct = groupBy(lines, ({ contractId, product }) => JSON.stringify([contractId, product]));
  return [...byProduct.values()].flatMap((group): (readonly Line[])[] => {
    const prices = new Set(group.flatMap(({ kind, priceId }) => (kind === "discount" ? [] : [priceId])));
    const isDiscounted = group.some(({ kind, priceId }) => kind === "discount" && !prices.has(priceId));
    return isDiscounted ? [group] : group.map((line) => [line]);
  });
}
