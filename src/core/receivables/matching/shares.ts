import { compareText } from "../../base/name";
import { Decimal, zero } from "../../money/decimal";
import type { Payment } from "../book";
import { discountOn, type Fit, type FitSettings, type Item } from "./fit";
import type { Share } from "./proposal";

/** Oldest due first, then by number. */
export function oldestFirst(a: Item, b: Item): number {
  return a.document.due - b.document.due || compareText(a.document.number, b.document.number);
}

interface Need {
  readonly item: Item;
  need: Decimal;
}

/** Takes up to `most` of each need and of a total, in the order given. */
function take(needs: readonly Need[], total: Decimal, most: (need: Need) => Decimal): Map<Need, Decimal> {
  let left = total;
  const taken = new Map<Need, Decimal>();
  for (const need of needs) {
    const amount = Decimal.max(zero, Decimal.min(left, need.need, most(need)));
    if (amount.isZero()) continue;
    need.need = need.need.minus(amount);
    left = left.minus(amount);
    taken.set(need, amount);
  }
  return taken;
}

/**
 * What of a payment goes against which of several items: credits first, then the cash, oldest due first; the last items
 * bear discount and write-off. 1,900.00 over 1,000.00 and 1,000.00 with a discount of 100.00 is 1,000.00, 900.00 and
 * 100.00 of discount on the second.
 */
export function sharesOf(
  payment: Payment,
  received: Decimal,
  items: readonly Item[],
  fit: Fit,
  settings: FitSettings,
): Share[] {
  const paymentId = payment.receipt.paymentId;
  const ordered = [...items].sort(oldestFirst);
  const needs = ordered
    .filter(({ document }) => !document.isCredit)
    .map((item): Need => ({ item, need: item.open }));
  const fromLast = [...needs].reverse();
  const discounts = take(fromLast, fit.discount, ({ item }) =>
    discountOn(item, payment.receipt.date, settings),
  );
  const writeOffs = take(fromLast, Decimal.max(zero, fit.writeOff), ({ need }) => need);
  const shares: Share[] = [];
  for (const { document, open } of ordered.filter((item) => item.document.isCredit))
    for (const [{ item }, amount] of take(needs, open.negated(), ({ need }) => need))
      shares.push({ kind: "credit", sourceId: document.number, document: item.document, amount });
  const last = needs.at(-1);
  if (last && fit.writeOff.isNegative()) last.need = last.need.minus(fit.writeOff);
  for (const [{ item }, amount] of take(needs, received, ({ need }) => need))
    shares.push({ kind: "cash", sourceId: paymentId, document: item.document, amount });
  for (const [{ item }, amount] of discounts)
    shares.push({ kind: "discount", sourceId: paymentId, document: item.document, amount });
  for (const [{ item }, amount] of writeOffs)
    shares.push({ kind: "write_off", sourceId: paymentId, document: item.document, amount });
  if (last && fit.writeOff.isNegative())
    shares.push({
      kind: "write_off",
      sourceId: paymentId,
      document: last.item.document,
      amount: fit.writeOff,
    });
  return shares;
}
