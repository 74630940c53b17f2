import { nameKey } from "../base/name";
import type { Decimal } from "../money/decimal";
import { pricePerNumber } from "./pricePer";
import { looseTierHeaders, tierHeaders } from "./tierHeaders";

type TierField = keyof typeof tierHeaders;

/** Where the figures of tiers are in a range, by what its first row calls them, as in the Tiers table. */
export interface TierHeader {
  readonly columnOf: ReadonlyMap<TierField, number>;
  /** For how many units the prices are, where the header names it: Price per 1,000. */
  readonly pricePer: Decimal | undefined;
}

const fieldOf = new Map<string, TierField>();
const known: readonly [TierField, readonly string[]][] = [
  ["from", ["From", ...tierHeaders.from]],
  ["upTo", ["Up to", ...tierHeaders.upTo]],
  ["band", ["Band", ...tierHeaders.band]],
  ["unitPrice", ["Unit price", ...tierHeaders.unitPrice, ...looseTierHeaders.unitPrice]],
  ["flatFee", ["Flat fee", ...tierHeaders.flatFee, ...looseTierHeaders.flatFee]],
];
for (const [field, names] of known)
  for (const name of names) if (!fieldOf.has(nameKey(name))) fieldOf.set(nameKey(name), field);

/** A unit or currency beside the name: Price (EUR), Rate per call, To [units]. */
const BESIDE = /^([^([/]{1,40}?)\s*(?:[([/]|\b(?:per|je|pro|par|in)\s).*$/i;

function meaningOf(text: string): TierField | undefined {
  if (pricePerNumber(text)) return "unitPrice";
  const beside = BESIDE.exec(text.slice(0, 100));
  return fieldOf.get(nameKey(text)) ?? (beside ? fieldOf.get(nameKey(beside[1]!)) : undefined);
}

/** What a row of texts calls the columns of tiers; undefined where it names no bound or no price. */
export function readTierHeader(texts: readonly string[]): TierHeader | undefined {
  const columnOf = new Map<TierField, number>();
  for (const [column, text] of texts.entries()) {
    const field = meaningOf(text);
    if (field !== undefined && !columnOf.has(field)) columnOf.set(field, column);
  }
  const price = columnOf.get("unitPrice");
  const hasBound = columnOf.has("upTo") || columnOf.has("from") || columnOf.has("band");
  if (!hasBound || (price === undefined && !columnOf.has("flatFee"))) return undefined;
  return { columnOf, pricePer: price === undefined ? undefined : pricePerNumber(texts[price]!) };
}
