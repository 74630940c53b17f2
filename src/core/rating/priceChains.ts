import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { conditionKey } from "../catalog/conditions";
import type { Contract, Price } from "../catalog/records";
import type { PricingModel } from "../pricing/model";

/** Prices that follow each other in time: of one product, or of one meter; no two are in force on the same day. */
export type PriceChain = readonly Price[];

const byStart = (prices: Iterable<Price>) => [...prices].sort((a, b) => a.service.from - b.service.from);

const lastOf = (chain: PriceChain) => chain[chain.length - 1]!;

/** Prices rated by the event, and free days, are for themselves: they share nothing with the prices around them. */
const isAlone = ({ perEvent, isFree }: Price) => perEvent || (isFree ?? false);

/**
 * The metered prices of one meter as chains: a price goes on where one of its product, else the latest other, has ended.
 * Calls until March, then Calls Pro, and a Surcharge on both all year are two chains.
 */
function chainsOfMeter(prices: readonly Price[]): Price[][] {
  const chains: Price[][] = [];
  for (const price of byStart(prices)) {
    const hasEnded = (chain: PriceChain) =>
      !isAlone(lastOf(chain)) && lastOf(chain).service.to < price.service.from;
    const isSameProduct = (chain: PriceChain) => nameKey(lastOf(chain).product) === nameKey(price.product);
    const ended = isAlone(price) ? [] : chains.filter(hasEnded);
    const latest = ended.sort(
      (a, b) =>
        Number(isSameProduct(b)) - Number(isSameProduct(a)) || lastOf(b).service.to - lastOf(a).service.to,
    )[0];
    if (latest) latest.push(price);
    else chains.push([price]);
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
