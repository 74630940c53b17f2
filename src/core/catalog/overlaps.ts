import { nameKey } from "../base/name";
import { overlap } from "../calendar/period";
import { conditionKey } from "./conditions";
import type { Price } from "./records";

export interface OverlappingPrices {
  readonly price: Price;
  readonly other: Price;
}

/** Pairs of prices that claim the same days of the same thing: one product, or one Price ID; `price` is lower. */
export function overlapsOf(prices: readonly Price[]): OverlappingPrices[] {
  const byKey = new Map<string, Price[]>();
  const add = (key: string, price: Price) => {
    const group = byKey.get(key);
    if (group) group.push(price);
    else byKey.set(key, [price]);
  };
  for (const price of prices) {
    add(`product ${nameKey(price.product)} ${conditionKey(price.conditions)}`, price);
    add(`id ${price.priceId}`, price);
  }
  const pairs = new Map<Price, Set<Price>>();
  for (const group of byKey.values()) {
    if (group.length > 1) collectOverlaps(group, pairs);
  }
  return [...pairs].flatMap(([price, others]) => [...others].map((other) => ({ price, other })));
}

/** By first day, each is compared with the one that lasts longest of those before it. */
function collectOverlaps(group: readonly Price[], pairs: Map<Price, Set<Price>>): void {
  const sorted = [...group].sort((a, b) => a.service.from - b.service.from || a.at.row - b.at.row);
  let longest: Price | undefined;
  for (const next of sorted) {
    if (longest && overlap(longest.service, next.service)) {
      const [other, price] = longest.at.row <= next.at.row ? [longest, next] : [next, longest];
      const others = pairs.get(price);
      if (others) others.add(other);
      else pairs.set(price, new Set([other]));
    }
    if (!longest || next.service.to > longest.service.to) longest = next;
  }
}
