import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { Price } from "../catalog/records";
import type { CellRef, Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { formatFigure, formatPercent } from "../money/format";
import type { Decimal } from "../money/decimal";
import { tierLabel } from "../pricing/tiers";
import { readInputs } from "./prepareBook";
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
const DAYS_AHEAD = 366;

const figure = (value: Decimal | undefined) => (value === undefined ? "" : formatFigure(value));

/** What a person reads of a price, by its terms. */
function termsOf(price: Price): ReadonlyMap<string, string> {
  const { tiers, pricePer, model, discount, included } = price;
  const perUnits = (unitPrice: Decimal) => formatFigure(unitPrice.times(pricePer));
  const tierText = tiers.map(({ unitPrice, flatFee }, index) => {
    const fee = flatFee.isZero() ? "" : ` + ${formatFigure(flatFee)}`;
    return `${tierLabel(tiers, index)}: ${perUnits(unitPrice)}${fee}`;
  });
  return new Map([
    ["Pricing model", model.title],
    ["Unit price", price.unitPrice ? perUnits(price.unitPrice) : ""],
    ["Price per", pricePer.equals(1) ? "" : formatFigure(pricePer)],
    ["Tiers", tierText.join("; ")],
    ["Flat fee", figure(price.flatFee)],
    ["Quantity", figure(price.quantity)],
    ["Included quantity", included.isZero() ? "" : formatFigure(included)],
    ["Discount %", discount.isZero() ? "" : formatPercent(discount)],
    ["Minimum", figure(price.minimum)],
    ["Maximum", figure(price.maximum ?? price.cap?.amount)],
    ["Tax code", price.taxCode],
  ]);
}

function changesOf(before: Price | undefined, after: Price): TermChange[] {
  const old = before ? termsOf(before) : new Map<string, string>();
  return [...termsOf(after)].flatMap(([term, now]) => {
    const was = old.get(term) ?? "";
    return was === now ? [] : [{ term, before: was, after: now }];
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
  const last = (asOf ?? timeOfBook(inputs)?.to ?? contract.service.from) + DAYS_AHEAD;
  const recurring = contract.prices.filter(({ isOnce, service }) => !isOnce && service.from <= last);
  return [...groupBy(recurring, ({ product }) => nameKey(product)).values()].flatMap((group) => {
    const inOrder = [...group].sort((a, b) => a.service.from - b.service.from);
    return inOrder.map((price, index) => ({
      product: price.product,
      days: price.service,
      changes: changesOf(inOrder[index - 1], price),
      at: price.at,
    }));
  });
}
