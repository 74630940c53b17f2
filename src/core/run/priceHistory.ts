import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import { conditionKey } from "../catalog/conditions";
import type { Price } from "../catalog/records";
import type { CellRef, Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { readInputs } from "./prepareBook";
import { termsOf } from "./priceTerms";
import { timeOfBook } from "./reconcileBook";

/** A term of a price before and after a change; before is empty where the price is new. */
export interface TermChange {
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

/** A stretch of days in which a product costs the same, with what is other than before. */
export interface PriceStretch {
  readonly product: string;
  readonly days: Period;
  readonly changes: readonly TermChange[];
  readonly at: CellRef;
}

/** Steps of escalations are shown this far ahead. */
export const DAYS_AHEAD = 366;

function changesOf(before: Price | undefined, after: Price): TermChange[] {
  const old = before ? termsOf(before) : new Map<string, string>();
  return [...termsOf(after)].flatMap(([term, now]) => {
    const was = old.get(term) ?? "";
    return was === now ? [] : [{ term, before: was, after: now }];
  });
}

/** Prices of a product follow each other; those for other usage, by meter or condition, stand beside them. */
const chainKey = ({ product, meter, conditions }: Price) =>
  JSON.stringify([nameKey(product), nameKey(meter), conditionKey(conditions)]);

/** Prices up to a day, product by product, each stretch with what it changes. */
export function stretchesOf(prices: readonly Price[], last: Day): readonly PriceStretch[] {
  const recurring = prices.filter(({ isOnce, service }) => !isOnce && service.from <= last);
  return [...groupBy(recurring, chainKey).values()].flatMap((group) => {
    const inOrder = [...group].sort((a, b) => a.service.from - b.service.from);
    return inOrder.map((price, index) => ({
      product: price.product,
      days: price.service,
      changes: changesOf(inOrder[index - 1], price),
      at: price.at,
    }));
  });
}

/**
 * The prices of a contract over time, product by product, each stretch with what it changes: amendments and steps of
 * escalations alike. Undefined where there is no such contract.
 */
export function priceHistory(
  snapshot: Snapshot,
  contractId: string,
  asOf: Day | undefined,
): readonly PriceStretch[] | undefined {
  const inputs = readInputs(snapshot, unheard);
  const contract = inputs.catalog.contractById.get(contractId);
  if (!contract) return undefined;
  return stretchesOf(contract.prices, (asOf ?? timeOfBook(inputs)?.to ?? contract.service.from) + DAYS_AHEAD);
}
