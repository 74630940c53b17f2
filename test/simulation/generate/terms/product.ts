import { isFixed, type Contract, type Price, type UsageRow } from "../../year/simulatedYear";
import type { Draw } from "../draw";

/** A product of usage: its prices one after the other, and the rows that they read. */
export interface UsageProduct {
  readonly product: string;
  readonly prices: readonly Price[];
  readonly usage: readonly UsageRow[];
}

const termsOfPrices = [
  "factor",
  "step",
  "includedReset",
  "includedEvents",
  "includedAmount",
  "rollover",
  "tierBound",
  "condition",
  "filter",
  "meter",
] as const;

/** One further term a price: what several make together has no agreed arithmetic everywhere. */
const isPlain = (price: Price) =>
  termsOfPrices.every((term) => price[term] === undefined) &&
  price.model !== "dynamic" &&
  price.negative !== "Zero" &&
  !(price.tiers ?? []).some(({ blockSize, maximum }) => blockSize !== undefined || maximum !== undefined);

/** Across the end of a contract year only unit prices have an agreed share. */
const isCountedByDate = ({ commitment, start, anchor }: Contract) =>
  commitment?.period === "Contract year" && !(start.endsWith("-01") && anchor === 1);

function usageProducts(contract: Contract): UsageProduct[] {
  const products = [...new Set(contract.prices.map(({ product }) => product))];
  return products.map((product) => ({
    product,
    prices: contract.prices.filter((price) => price.product === product),
    usage: contract.usage.filter((row) => row.product === product),
  }));
}

/** Changes one of the contract's products of usage that may be changed so; the contract as it is where none may. */
export function changeProduct(
  contract: Contract,
  draw: Draw,
  isEligible: (product: UsageProduct) => boolean,
  change: (product: UsageProduct) => Pick<UsageProduct, "prices" | "usage">,
): Contract {
  if (isCountedByDate(contract) || contract.frequency === "One-time") return contract;
  const [first, ...others] = usageProducts(contract).filter(
    (candidate) =>
      candidate.prices.every((price) => !isFixed(price) && isPlain(price)) && isEligible(candidate),
  );
  if (first === undefined) return contract;
  const chosen = draw.of([first, ...others]);
  const { prices, usage } = change(chosen);
  const at = contract.prices.findIndex(({ product }) => product === chosen.product);
  const isOther = ({ product }: { readonly product: string }) => product !== chosen.product;
  return {
    ...contract,
    prices: [
      ...contract.prices.slice(0, at).filter(isOther),
      ...prices,
      ...contract.prices.slice(at).filter(isOther),
    ],
    usage: [...contract.usage.filter(isOther), ...usage],
  };
}

/** Every price of a product with more terms, its usage as it is. */
export const eachPrice =
  (terms: (price: Price) => Partial<Price>) =>
  ({ prices, usage }: UsageProduct): Pick<UsageProduct, "prices" | "usage"> => ({
    prices: prices.map((price) => ({ ...price, ...terms(price) })),
    usage,
  });

export const inTime = (rows: readonly UsageRow[]): UsageRow[] =>
  rows.filter(({ arrives }) => arrives === undefined);

/** Rows with more in them; a row that stands twice says the same twice. */
export function eachRow(rows: readonly UsageRow[], more: () => Partial<UsageRow>): UsageRow[] {
  const told = new Map<string, UsageRow>();
  for (const row of rows) if (!told.has(row.eventId)) told.set(row.eventId, { ...row, ...more() });
  return rows.map((row) => told.get(row.eventId) ?? row);
}

export const positive = (rows: readonly UsageRow[]): UsageRow[] =>
  rows.filter(({ quantity }) => !quantity.startsWith("-"));

/** Usage that is summed, of a price that rates a whole period. */
export const isSummed = ({ prices }: UsageProduct): boolean =>
  prices.every(
    ({ aggregation, ratePer, negative }) =>
      aggregation === undefined && ratePer === undefined && negative === undefined,
  );

/** Whether every price charges money that has this many decimals. */
export const digitsOfMoney = (currency: string): number => (currency === "JPY" ? 0 : 2);
