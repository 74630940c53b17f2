import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { knownValue } from "../base/knownValue";
import { conditionKey } from "../catalog/conditions";
import type { Contract, Price } from "../catalog/records";
import type { PricingModel } from "../pricing/model";

/** Prices that follow each other in time: of one product, or of one meter; no two are in force on the same day. */
export type PriceChain = readonly Price[];

const byStart = (prices: Iterable<Price>) => [...prices].sort((a, b) => a.service.from - b.service.from);

const lastOf = (chain: PriceChain) => chain[chain.length - 1]!;

/** Prices rated by the event, and free days, are for themselves: they share nothing with the prices around them. */
const isAlone = ({ perEvent, isFree }: Price) => perEvent || (isFree ?? false);

/** Chains that have ended and may go on, by their last prices; the latest to end is the last. */
class EndedChains {
  private readonly all: Price[] = [];
  private readonly byProduct = new Map<string, Price[]>();

  add(last: Price): void {
    const key = nameKey(last.product);
    const ofProduct = this.byProduct.get(key) ?? [];
    this.byProduct.set(key, ofProduct);
    ofProduct.push(last);
    this.all.push(last);
  }

  /** Takes the one that a price goes on: of its product, else the latest other. */
  take(price: Price, isLast: (of: Price) => boolean): Price | undefined {
    for (const stack of [this.byProduct.get(nameKey(price.product)) ?? [], this.all])
      for (let last = stack.pop(); last; last = stack.pop()) if (isLast(last)) return last;
    return undefined;
  }
}

/**
 * The metered prices of one meter as chains: a price goes on where one of its product, else the latest other, has ended.
 * Calls until March, then Calls Pro, and a Surcharge on both all year are two chains. In the order of their first days, so
 * that of thousands of prices each is looked at a few times: what has ended once has ended for all that come.
 */
function chainsOfMeter(prices: readonly Price[]): Price[][] {
  const chains: Price[][] = [];
  const chainOf = new Map<Price, number>();
  const placeOf = (price: Price) => knownValue(chainOf, price);
  const isLast = (price: Price) => lastOf(chains[placeOf(price)]!) === price;
  const ended = new EndedChains();
  const ending = prices.filter((price) => !isAlone(price)).sort((a, b) => a.service.to - b.service.to);
  let next = 0;
  for (const price of byStart(prices)) {
    const passed: Price[] = [];
    while (next < ending.length && ending[next]!.service.to < price.service.from)
      passed.push(ending[next++]!);
    // Of two that ended on one day the first chain goes before.
    passed.sort((a, b) => a.service.to - b.service.to || placeOf(b) - placeOf(a));
    for (const last of passed) ended.add(last);
    const before = isAlone(price) ? undefined : ended.take(price, isLast);
    const chain = before ? placeOf(before) : chains.length;
    (chains[chain] ??= []).push(price);
    chainOf.set(price, chain);
  }
  return chains;
}

/** Milestones, progress, credits and results are no fees of a period, and no usage: a run bills what none has billed. */
export const billsOtherwise = ({ isFixed, isMeasured = false, model }: Price): boolean =>
  isMeasured || (isFixed && modelReads(model) !== undefined);

// A contracted quantity makes any price a fixed one; only models that are fixed by themselves bill otherwise.
const modelReads = ({ isFixed, reads }: PricingModel) => (isFixed ? reads : undefined);

/** The prices of a contract as chains: fixed ones by product, metered ones by meter; in the order of its prices. */
export interface PriceChains {
  readonly fixed: readonly PriceChain[];
  readonly metered: readonly PriceChain[];
}

/** The prices of a measure that follow each other in time with one of them, itself among them. */
export function chainOfMeasure({ prices }: Contract, price: Price): PriceChain {
  const ofMeasure = prices.filter(
    ({ isMeasured, meter }) => isMeasured === true && nameKey(meter) === nameKey(price.meter),
  );
  return chainsOfMeter(ofMeasure).find((chain) => chain.includes(price)) ?? [price];
}

export function chainsOf({ prices }: Contract): PriceChains {
  const fixed = groupBy(
    prices.filter((price) => price.isFixed && !billsOtherwise(price)),
    ({ product }) => nameKey(product),
  );
  const metered = groupBy(
    prices.filter((price) => !price.isFixed && !billsOtherwise(price)),
    ({ meter, conditions }) => `${nameKey(meter)}|${conditionKey(conditions)}`,
  );
  return {
    fixed: [...fixed.values()].map(byStart),
    metered: [...metered.values()].flatMap(chainsOfMeter),
  };
}
