import type { Contract, Price } from "../catalog/records";
import { isSameTerm } from "../comparison/sameTerms";
import type { Settings } from "../settings/settings";

/** What decides which usage a price meters, for which days. */
const ofPrice = [
  "product",
  "meter",
  "isFixed",
  "perEvent",
  "isProrated",
  "service",
] as const satisfies readonly (keyof Price)[];

const ofContract = [
  "service",
  "currency",
  "frequency",
  "anchorDay",
  "isSuspended",
] as const satisfies readonly (keyof Contract)[];

const ofSettings = ["prorationBasis", "advanceBilling"] as const satisfies readonly (keyof Settings)[];

/** Settings by which the amounts of prices are rounded. */
const ofRounding = ["roundingMode", "lineRounding"] as const satisfies readonly (keyof Settings)[];

function agrees<T>(a: T, b: T, fields: readonly (keyof T)[]): boolean {
  return fields.every((field) => isSameTerm(a[field], b[field]));
}

export const sharesOfDaysAgree = (a: Settings, b: Settings) => agrees(a, b, ofSettings);
export const roundingAgrees = (a: Settings, b: Settings) => agrees(a, b, ofRounding);

const priceKey = ({ priceId, isOnce, isFree, service }: Price) =>
  JSON.stringify([priceId, isOnce, isFree, service.from]);

/**
 * The price of other terms for each price of a contract, where both meter the same usage for the same days: then what
 * was metered holds for either. Undefined where rows have to be looked at anew.
 */
export function sameShape(contract: Contract, other: Contract): ((price: Price) => Price) | undefined {
  if (contract.prices.length !== other.prices.length || !agrees(contract, other, ofContract))
    return undefined;
  const others = new Map(other.prices.map((price) => [priceKey(price), price]));
  const pairs = new Map<Price, Price>();
  for (const price of contract.prices) {
    const found = others.get(priceKey(price));
    if (!found || !agrees(price, found, ofPrice)) return undefined;
    pairs.set(price, found);
  }
  return (price) => pairs.get(price) ?? price;
}

/** Whether nothing that decides an amount is different. */
export function isSameContract(contract: Contract, other: Contract): boolean {
  return (
    agrees(contract, other, [...ofContract, "commitments", "commitmentPeriod"]) &&
    isSameTerm(contract.prices, other.prices)
  );
}
