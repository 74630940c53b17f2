import { nameKey } from "../base/name";
import { overlap } from "../calendar/period";
import type { Price } from "./records";

/** Pairs of prices that claim the same days of the same thing: one product, or one Price ID. */
export function overlapsOf(prices: readonly Price[]): { readonly price: Price; readonly other: Price }[] {
  const pairs: { price: Price; other: Price }[] = [];
  const byKey = new Map<string, Price[]>();
  for (const price of prices) {
    for (const key of new Set([`product ${nameKey(price.product)}`, `id ${price.priceId}`])) {
      const others = byKey.get(key) ?? [];
      const other = others.find((candidate) => overlap(candidate.service, price.service) !== undefined);
      if (other && !pairs.some((pair) => pair.price === price && pair.other === other))
        pairs.push({ price, other });
      byKey.set(key, [...others, price]);
    }
  }
  return pairs;
}
