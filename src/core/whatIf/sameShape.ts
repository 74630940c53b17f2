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
  // What becomes of a metered quantity before it is priced.
  "conversion",
  "includesDaily",
  "allowance",
  "rollover",
  "levels",
  "conditions",
  "isMeasured",
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

/** All else that decides what a price comes to. */
const ofCharge = [
  "priceId",
  "quantity",
  "timing",
  "isOnce",
  "isFree",
  "model",
  "unitPrice",
  "tiers",
  "packageSize",
  "flatFee",
  "included",
  "discount",
  "minimum",
  "maximum",
  "freeAtZero",
  "mirrorsNegative",
  "cap",
  "pricedIn",
  "ofProduct",
  "refundScale",
  "needsEvidence",
  "order",
] as const satisfies readonly (keyof Price)[];

const isCounterpart = (a: Price, b: Price) =>
  a.priceId === b.priceId &&
  a.isOnce === b.isOnce &&
  a.isFree === b.isFree &&
  a.service.from === b.service.from;

/** Whether what a contract owes depends on what was billed before, or what one price comes to on the others. */
export function remembers(contract: Contract | undefined): boolean {
  if (!contract) return false;
  const { discounts, notToExceed, unitGrants, projects, commitments } = contract.agreed;
  const { milestones, progress, results, placements } = projects;
  const rows = [discounts, unitGrants, milestones, progress, results, placements];
  return (
    rows.some(({ length }) => length > 0) ||
    notToExceed !== undefined ||
    contract.commitments.length + commitments.length > 0 ||
    contract.prices.some(({ cap, pricedIn, ofProduct }) => (cap ?? pricedIn ?? ofProduct) !== undefined)
  );
}

/** The prices of a contract by other terms. */
export interface OtherPrices {
  /** The other price, or the same where nothing of it changes. */
  readonly priceOf: (price: Price) => Price;
  /** Both meter the same usage for the same days: what was metered holds for either. */
  readonly isSameShape: boolean;
  /** Nothing that decides an amount is different. */
  readonly isSame: boolean;
}

/** Looks for the counterpart of every price; they mostly stand at the same place. */
export function otherPrices(contract: Contract, other: Contract, areRulesSame: boolean): OtherPrices {
  const pairs = new Map<Price, Price>();
  let isSameShape = contract.prices.length === other.prices.length && agrees(contract, other, ofContract);
  for (const [index, price] of contract.prices.entries()) {
    const beside = other.prices[index];
    const found =
      beside && isCounterpart(price, beside)
        ? beside
        : other.prices.find((candidate) => isCounterpart(price, candidate));
    const metersTheSame = found !== undefined && agrees(price, found, ofPrice);
    if (!metersTheSame) isSameShape = false;
    if (found) pairs.set(price, metersTheSame && agrees(price, found, ofCharge) ? price : found);
  }
  const isSame =
    isSameShape &&
    agrees(contract, other, ["commitments", "commitmentPeriod"]) &&
    isSameTerm(contract.agreed.notToExceed, other.agreed.notToExceed) &&
    (areRulesSame || !(remembers(contract) || remembers(other))) &&
    [...pairs].every(([price, found]) => price === found);
  return { priceOf: (price) => pairs.get(price) ?? price, isSameShape, isSame };
}
