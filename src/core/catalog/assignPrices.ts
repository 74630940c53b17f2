import { groupBy } from "../base/groupBy";
import { compareText, nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { without } from "../calendar/periodSets";
import { one, zero, type Decimal } from "../money/decimal";
import type { CellRef } from "../grid/grid";
import { flat } from "../pricing/models/flat";
import type { ContractPhase } from "./contractRows";
import type { PriceRow } from "./priceRow";
import type { Price } from "./records";

/** Days of a contract with what its own row says about every price: plan, discount, free time and tax. */
export interface PricedPhase extends ContractPhase {
  /** nameKey of the plan; empty for none. */
  readonly plan: string;
  /** Used where the price names none. */
  readonly discount: Decimal;
  readonly taxCode: string;
  /** The last day for which nothing of the contract is charged. */
  readonly freeUntil: Day | undefined;
}

/** Prices that may apply to a contract: its own rows, and those of plans by nameKey of the plan. */
export interface Offer {
  readonly ofContract: readonly PriceRow[];
  readonly ofPlan: (plan: string) => readonly PriceRow[];
  /** Prices are in the rows of Contracts: a price is for the days of its row. */
  readonly isOneSheet: boolean;
}

/** Days of a contract for which a row of Prices applies. */
interface Claim {
  readonly row: PriceRow;
  readonly phase: PricedPhase;
  readonly days: Period;
  /** The first day that the row would apply, were no other before it. */
  readonly begins: Day;
}

function claim(row: PriceRow, phase: PricedPhase): Claim[] {
  const days = overlap(row.days, phase.service);
  return days ? [{ row, phase, days, begins: days.from }] : [];
}

/** A row of the contract's own counts in all its days, or while it is on the plan that the row names as well. */
function claimsOfContract(row: PriceRow, phases: readonly PricedPhase[], { isOneSheet }: Offer): Claim[] {
  const { plan, row: sheetRow } = row.record;
  const applies = (phase: PricedPhase) =>
    isOneSheet ? phase.rows.has(sheetRow) : plan === undefined || nameKey(plan) === phase.plan;
  return phases.filter(applies).flatMap((phase) => claim(row, phase));
}

/** A row of the plan counts while the contract is on it, but for days of a row of its own for the same product. */
function claimsOfPlan(
  phase: PricedPhase,
  claimsByProduct: ReadonlyMap<string, readonly Claim[]>,
  { ofPlan }: Offer,
): Claim[] {
  if (phase.plan === "") return [];
  return ofPlan(phase.plan)
    .flatMap((row) => claim(row, phase))
    .flatMap((whole) => {
      const overrides = claimsByProduct.get(nameKey(whole.row.terms.product)) ?? [];
      return without(
        whole.days,
        overrides.map(({ days }) => days),
      ).map((days) => ({ ...whole, days }));
    });
}

/** Days of one row that follow each other under the same terms are one price: a fee is prorated and rounded once. */
function joinClaims(claims: readonly Claim[]): Claim[] {
  const joined: Claim[] = [];
  for (const next of claims) {
    const last = joined[joined.length - 1];
    const isSame =
      last?.row === next.row &&
      last.days.to + 1 === next.days.from &&
      last.phase.taxCode === next.phase.taxCode &&
      last.phase.freeUntil === next.phase.freeUntil &&
      last.phase.discount.equals(next.phase.discount);
    if (isSame) joined[joined.length - 1] = { ...last, days: { from: last.days.from, to: next.days.to } };
    else joined.push(next);
  }
  return joined;
}

function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** The price of a claim, in two where its first days are free: fees begin after them, usage is known and costs nothing. */
function pricesOfClaim({ row, phase, days }: Claim, contractId: string): Price[] {
  const { record, terms } = row;
  const price: Price = {
    contractId,
    priceId: record.priceId ?? `${contractId} ${terms.product}`,
    service: days,
    taxCode: record.taxCode ?? phase.taxCode,
    discount: record.discount ?? phase.discount,
    isOnce: false,
    ...terms,
  };
  const freeUntil = latest(phase.freeUntil, record.freeUntil);
  if (freeUntil === undefined || freeUntil < days.from) return [price];
  const free = { ...price, isFree: true, service: { from: days.from, to: Math.min(days.to, freeUntil) } };
  const charged = { ...price, service: { from: freeUntil + 1, to: days.to } };
  return [...(terms.isFixed ? [] : [free]), ...(freeUntil < days.to ? [charged] : [])];
}

interface SetupFee {
  readonly contractId: string;
  readonly priceId: string;
  readonly product: string;
  readonly fee: Decimal;
  readonly day: Day;
  readonly taxCode: string;
  readonly revenueAccount: string;
  readonly at: CellRef;
}

/** A fee that is charged once and in full, whatever is free, discounted or prorated around it. */
export function setupPrice({ product, fee, day, ...rest }: SetupFee): Price {
  return {
    ...rest,
    product,
    description: product,
    meter: product,
    unit: "",
    quantity: undefined,
    isFixed: true,
    timing: "advance",
    isProrated: false,
    perEvent: false,
    isOnce: true,
    pricePer: one,
    service: { from: day, to: day },
    model: flat,
    unitPrice: undefined,
    tiers: [],
    packageSize: undefined,
    flatFee: fee,
    included: zero,
    discount: zero,
    minimum: undefined,
    maximum: undefined,
    freeAtZero: false,
    mirrorsNegative: false,
  };
}

/** A row's setup fee, due on the first day that the row applies; a price that comes back after an override owes none. */
function setupOfRow(claims: readonly Claim[], contractId: string): Price[] {
  const first = claims.find(({ begins, days }) => begins === days.from);
  const fee = first?.row.record.setupFee;
  if (!first || !fee || fee.isZero()) return [];
  const { row, phase, days } = first;
  const { record, terms } = row;
  const priceId = record.priceId ?? `${contractId} ${terms.product}`;
  return [
    setupPrice({
      contractId,
      priceId: `${priceId} Setup fee`,
      product: `${terms.product}: setup fee`,
      fee,
      day: days.from,
      taxCode: record.taxCode ?? phase.taxCode,
      revenueAccount: terms.revenueAccount,
      at: terms.at,
    }),
  ];
}

/** A row of Prices as a contract uses it. */
export interface UsedRow {
  readonly row: PriceRow;
  readonly prices: readonly Price[];
}

/**
 * The prices of a contract with the rows they come from: rows of its own, and those of its plans for the days that no
 * row of its own with the same product takes. Rows that apply on no day are not among them.
 */
export function assignPrices(contractId: string, phases: readonly PricedPhase[], offer: Offer): UsedRow[] {
  const ofContract = offer.ofContract.flatMap((row) => claimsOfContract(row, phases, offer));
  const contractClaims = groupBy(ofContract, ({ row }) => nameKey(row.terms.product));
  const ofPlans = phases.flatMap((phase) => claimsOfPlan(phase, contractClaims, offer));
  const byRow = groupBy([...ofContract, ...ofPlans], ({ row }) => row);
  return [...byRow].map(([row, claims]) => {
    const inOrder = claims.sort((a, b) => a.days.from - b.days.from);
    const prices = joinClaims(inOrder).flatMap((joined) => pricesOfClaim(joined, contractId));
    return { row, prices: [...setupOfRow(inOrder, contractId), ...prices] };
  });
}

/** Sorted by what they are, not by where they are: the order of rows never changes an invoice. */
export function inBillingOrder(prices: readonly Price[]): Price[] {
  return [...prices].sort(
    (a, b) =>
      Number(b.isFixed) - Number(a.isFixed) ||
      compareText(a.product, b.product) ||
      compareText(a.priceId, b.priceId) ||
      a.service.from - b.service.from,
  );
}
