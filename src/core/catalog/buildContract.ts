import { nameKey } from "../base/name";
import { formatLongPeriod } from "../calendar/longDate";
import { formatDay, LAST_DAY, type Day } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { parseTerms, rightTerms } from "../calendar/terms";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { currencyNamed } from "../money/currencyMark";
import { zero } from "../money/decimal";
import { cellOf } from "../schema/readRecords";
import { RP } from "../schema/refusals";
import type { Settings } from "../settings/settings";
import type { ContractPhase, ContractRows } from "./contractRows";
import type { ContractRecord } from "./contracts.table";
import { overlapsOf } from "./overlaps";
import { inBillingOrder, assignPrices, type PricedPhase } from "./assignPrices";
import { currencyShown, foreignCurrency, type ShownCurrency } from "./priceCurrency";
import type { PriceList } from "./priceList";
import type { PriceRecord } from "./prices.table";
import type { CatalogTables } from "./readTables";
import type { CommitmentTerm, Contract, Customer, Price, TaxRates } from "./records";
import { rhythmNames } from "./rhythms";
import { shownRhythms, type ShownRhythm } from "./shownRhythms";
import { reportSetupFees, setupOfContract } from "./setupFees";
import type { SuggestId } from "./suggest";
import { taxesOfCode } from "./taxExpression";
import { codeOfRate } from "./taxRates";
import { priceUnit } from "./terms/exchangeRates";
import { renewalOf } from "./terms/renewal";
import { nothingAgreed } from "./terms/nothingAgreed";

export interface BuildContext {
  readonly tables: CatalogTables;
  readonly settings: Settings;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly suggestCustomer: SuggestId;
  readonly priceList: PriceList;
  readonly taxCodes: ReadonlyMap<string, TaxRates>;
  readonly suggestTaxCode: SuggestId;
  readonly report: Report;
  /** For what several contracts can share: reported once with all that wait. */
  readonly reportShared: Report;
}

/** A price's or contract's tax code must be known, else its tax is not. */
function checkTaxCode(code: string, at: CellRef, contractId: string, context: BuildContext): void {
  if (code === "" || taxesOfCode(code, context.taxCodes).every((tax) => context.taxCodes.has(tax.code)))
    return;
  const isRate = /^\s*\d+(?:[.,]\d+)?\s*%\s*$/.test(code);
  const words = {
    hint: isRate ? "; a rate stands under Tax %, so head its column “Tax %”" : context.suggestTaxCode(code),
  };
  context.reportShared(makeIssue("UNKNOWN_TAX_CODE", { at, value: code, words, holds: [contractId] }));
}

type Taxed = Pick<ContractRecord, "taxCode" | "taxRate">;

/** The tax code of a contract or customer; a Tax % is a code of its own, and must agree with a code beside it. */
function taxCodeOf({ taxCode, taxRate }: Taxed, at: CellRef, contractId: string, context: BuildContext) {
  if (taxCode === undefined) return taxRate && codeOfRate(taxRate);
  const rates = context.taxCodes.get(taxCode) ?? [];
  if (taxRate && rates.length > 0 && !rates.some(({ rate }) => rate.equals(taxRate))) {
    const words = { reason: `Tax code ${taxCode} has another rate; fill one of the two` };
    context.reportShared(
      makeIssue("MODEL_CONFLICT", { at, value: codeOfRate(taxRate), words, holds: [contractId] }),
    );
  }
  return taxCode;
}

/** The last free day of a row of Contracts; in one sheet with the prices, the day until which all its prices are free. */
function freeUntilOf({ record, rows }: ContractPhase, { tables }: BuildContext): Day | undefined {
  if (!tables.isOneSheet) return record.freeUntil;
  const days = tables.prices.good.flatMap(({ row, freeUntil }) =>
    rows.has(row) ? [freeUntil ?? -Infinity] : [],
  );
  const all = Math.min(...days);
  return Number.isFinite(all) ? all : undefined;
}

/** The rows of a contract with what they say about every price of their days. */
function pricedPhases(
  { phases, contractId }: ContractRows,
  customer: Customer,
  context: BuildContext,
): PricedPhase[] {
  const { tables, settings } = context;
  const bound = tables.contracts.bound!;
  const customerAt: CellRef | undefined =
    customer.row === undefined ? undefined : cellOf(tables.customers.bound!, customer.row, "taxRate");
  let freeUntil: Day | undefined;
  return phases.map((phase): PricedPhase => {
    const { record } = phase;
    const ofPhase = taxCodeOf(record, cellOf(bound, record.row, "taxRate"), contractId, context);
    const ofCustomer =
      ofPhase === undefined && customerAt
        ? taxCodeOf({ taxCode: customer.taxCode, taxRate: customer.taxRate }, customerAt, contractId, context)
        : undefined;
    const taxCode = ofPhase ?? ofCustomer ?? settings.taxCode;
    const codeAt =
      ofCustomer === undefined
        ? cellOf(bound, record.row, "taxCode")
        : cellOf(tables.customers.bound!, customer.row!, "taxCode");
    checkTaxCode(taxCode, codeAt, contractId, context);
    // A trial goes on through a change of plan.
    freeUntil = Math.max(freeUntil ?? -Infinity, freeUntilOf(phase, context) ?? -Infinity);
    const discount = (tables.isOneSheet ? undefined : record.discount) ?? customer.discount ?? zero;
    const plan = record.plan === undefined ? "" : nameKey(record.plan);
    return {
      plan,
      discount,
      taxCode,
      freeUntil: Number.isFinite(freeUntil) ? freeUntil : undefined,
      ...phase,
    };
  });
}

function commitmentsOf(phases: readonly PricedPhase[]): CommitmentTerm[] {
  return phases.flatMap(({ record, service, freeUntil }) => {
    const amount = record.minimumCommitment;
    if (!amount || amount.isZero()) return [];
    const from = Math.max(service.from, (freeUntil ?? -Infinity) + 1);
    return from <= service.to ? [{ amount, service: { from, to: service.to } }] : [];
  });
}

/** A row of the contract's own that applies on none of its days is named: nothing of it is ever billed. */
function reportUnused(
  record: PriceRecord,
  phases: readonly PricedPhase[],
  { tables, report }: BuildContext,
): void {
  const { row, plan, contractId = "" } = record;
  const bound = tables.prices.bound!;
  const isOffPlan = plan !== undefined && !phases.some((phase) => phase.plan === nameKey(plan));
  const service = { from: phases[0]!.service.from, to: phases[phases.length - 1]!.service.to };
  const reason = isOffPlan ? `is never on plan ${plan}` : `is in force ${formatLongPeriod(service)}`;
  const field = isOffPlan ? "plan" : record.effectiveTo === undefined ? "effectiveFrom" : "effectiveTo";
  const words = { contract: contractId, reason };
  report(
    makeIssue("PRICE_OUTSIDE_CONTRACT", { at: cellOf(bound, row, field), value: record.product, words }),
  );
}

function reportOverlaps(prices: readonly Price[], contractId: string, { reportShared }: BuildContext): void {
  for (const { price, other } of overlapsOf(prices)) {
    const both = overlap(price.service, other.service)!;
    const value =
      both.to === LAST_DAY
        ? `from ${formatDay(both.from)}`
        : `${formatDay(both.from)} to ${formatDay(both.to)}`;
    const words = { product: price.product, other: String(other.at.row + 1) };
    reportShared(makeIssue("OVERLAPPING_PRICES", { at: price.at, value, words, holds: [contractId] }));
  }
}

/** Francs of a hundred Rappen. */
const PARTED_BY_RP: ReadonlySet<string> = new Set(["CHF", "CHE", "CHW"]);

/** A contract without a currency is in that of Settings, which few books fill: then this is what to mend. */
function reportForeign(
  shown: ShownCurrency,
  rows: ContractRows,
  currency: string,
  context: BuildContext,
  to: Report,
): void {
  const { at, column, value, mark } = shown;
  const { contractId, first } = rows;
  const isNamed =
    rows.phases.some(({ record }) => record.currency !== undefined) ||
    context.customers.get(first.customerId)?.currency !== undefined;
  if (mark.startsWith(RP) && PARTED_BY_RP.has(currency)) {
    const words = { column, part: mark, where: "its text, header or number format" };
    to(makeIssue("MONEY_IN_PARTS", { at, value, words, holds: [contractId] }));
    return;
  }
  const cure = "; name another in Currency of Contracts or of Settings";
  const words = {
    column,
    holder: `contract ${contractId}`,
    currency: isNamed ? currency : `${currency}${cure}`,
  };
  to(makeIssue("CURRENCY_MISMATCH", { at, value, words, holds: [contractId] }));
}

const CHARGED = ["unitPrice", "flatFee", "minimum", "maximum"] as const;

/** 1,200 shown as €/yr, or under “Monthly fee”, on a contract that is billed in another rhythm. */
function checkRhythms(
  shown: readonly ShownRhythm[],
  rows: ContractRows,
  frequency: string,
  to: Report,
): void {
  const other = shown.find(({ rhythm }) => rhythm !== frequency);
  if (!other) return;
  const { at, column, text } = other;
  const cure = "write the amount of one billing period, or set Billing frequency in Contracts";
  const { contractId } = rows;
  const words = { column, contract: contractId, frequency: rhythmNames[frequency] ?? frequency, cure };
  to(makeIssue("FREQUENCY_DIFFERS", { at, value: text, words, holds: [contractId] }));
}

const frequencyOf = ({ phases, first }: ContractRows) =>
  (phases[phases.length - 1]?.record ?? first).billingFrequency ?? "monthly";

/** The prices of a contract, checked against its currency, the tax codes and each other. */
function pricesOf(
  rows: ContractRows,
  phases: readonly PricedPhase[],
  currency: string,
  context: BuildContext,
): { readonly prices: Price[]; readonly hasBrokenPrice: boolean } {
  const { contractId, isInDoubt } = rows;
  const { tables, priceList, reportShared } = context;
  const bound = tables.prices.bound;
  if (!bound) return { prices: setupOfContract(contractId, phases, tables), hasBrokenPrice: false };
  const offer = priceList.offerTo(contractId, phases);
  for (const record of isInDoubt ? [] : offer.unused) reportUnused(record, phases, context);
  const used = assignPrices(contractId, phases, offer);
  for (const { row, prices } of used) {
    const shown = row.currencies.filter(({ mark }) => priceUnit(mark, tables.terms) === undefined);
    const foreign = prices.length > 0 ? foreignCurrency(shown, currency) : undefined;
    if (foreign) reportForeign(foreign, rows, currency, context, reportShared);
    if (prices.length > 0)
      checkRhythms(shownRhythms(bound, row.record, CHARGED), rows, frequencyOf(rows), reportShared);
    // A code that the contract or the customer gives has been asked for there.
    const { taxCode } = row.record;
    if (prices.length > 0 && taxCode !== undefined)
      checkTaxCode(taxCode, cellOf(bound, row.record.row, "taxCode"), contractId, context);
  }
  const setups = setupOfContract(contractId, phases, tables);
  reportSetupFees({ contractId, setups, used, tables }, context.report);
  const prices = [
    ...setups,
    ...used.flatMap(({ row, prices: ofRow }) => {
      const pricedIn = priceUnit(row.record.currency, tables.terms);
      return pricedIn === undefined ? ofRow : ofRow.map((price) => ({ ...price, pricedIn }));
    }),
  ];
  reportOverlaps(prices, contractId, context);
  return { prices: inBillingOrder(prices), hasBrokenPrice: offer.isBroken };
}

/** A plan that no price names, and a contract without any price. */
function checkPlans(rows: ContractRows, context: BuildContext): void {
  const { priceList, tables, report } = context;
  const { contractId, first } = rows;
  const bound = tables.contracts.bound!;
  // Why there are no prices at all has been said.
  if (!tables.prices.bound) return;
  const isPriced = priceList.isPriced(contractId);
  let isReported = false;
  for (const { record } of rows.phases) {
    if (record.plan === undefined || priceList.knowsPlan(record.plan) || (!priceList.hasPlans && isPriced))
      continue;
    const words = { hint: priceList.suggestPlan(record.plan) };
    const at = cellOf(bound, record.row, "plan");
    report(makeIssue("UNKNOWN_PLAN", { at, value: record.plan, words, holds: [contractId] }));
    isReported = true;
  }
  const isOnPlan = rows.phases.some(
    ({ record }) => record.plan !== undefined && priceList.knowsPlan(record.plan),
  );
  if (isPriced || isOnPlan || isReported) return;
  report(
    makeIssue("CONTRACT_WITHOUT_PRICE", { at: cellOf(bound, first.row, "contractId"), value: contractId }),
  );
}

function checkContractMoney(
  phases: readonly PricedPhase[],
  rows: ContractRows,
  currency: string,
  context: BuildContext,
) {
  const bound = context.tables.contracts.bound!;
  for (const { record } of phases) {
    const shown = (["minimumCommitment", "setupFee"] as const).flatMap(
      (field) => currencyShown(bound, record.row, field) ?? [],
    );
    const foreign = foreignCurrency(shown, currency);
    if (foreign) reportForeign(foreign, rows, currency, context, context.reportShared);
    const frequency = record.commitmentPeriod === "contract_year" ? "annual" : frequencyOf(rows);
    checkRhythms(shownRhythms(bound, record, ["minimumCommitment"]), rows, frequency, context.report);
  }
}

/** What the row of a contract itself says beside its prices. */
function agreedInRow(record: ContractRecord, at: CellRef): Contract["agreed"] {
  const { notToExceed, retention, retentionRelease } = record;
  const kept = retention && { percent: retention, release: retentionRelease };
  return { ...nothingAgreed, notToExceed, renewal: renewalOf(record, at), retention: kept };
}

/** Whether nothing is billed of a contract for now; a draft is said. */
function isSuspended({ row, contractId, status }: ContractRecord, { tables, report }: BuildContext): boolean {
  if (status === "draft") {
    const at = cellOf(tables.contracts.bound!, row, "status");
    report(makeIssue("DRAFT_CONTRACT", { at, value: contractId }));
  }
  return status === "suspended" || status === "draft";
}

/** A contract resolved against customers, prices, tax codes and settings; undefined when it cannot be billed. */
export function buildContract(rows: ContractRows, context: BuildContext): Contract | undefined {
  const { tables, settings, customers, report } = context;
  const bound = tables.contracts.bound!;
  const { contractId, first } = rows;
  const fault = (
    code: IssueCode,
    field: "customerId" | "currency" | "paymentTerms",
    value: string,
    words: Record<string, string>,
  ) => {
    const at = cellOf(bound, last.row, field);
    report(makeIssue(code, { at, value, words, holds: [contractId] }));
    return undefined;
  };
  // What stands for the whole contract is what its last row says; what that leaves blank, the one before.
  const last = rows.phases[rows.phases.length - 1]?.record ?? first;
  const customer = customers.get(first.customerId);
  if (!customer) {
    if (tables.customers.bad.some(({ fields }) => fields.customerId === first.customerId)) return undefined;
    return fault("UNKNOWN_CUSTOMER", "customerId", first.customerId, {
      hint: context.suggestCustomer(first.customerId),
    });
  }
  const currencyText = last.currency ?? customer.currency ?? settings.currency;
  const currency = currencyNamed(currencyText);
  if (currency === undefined) return fault("UNKNOWN_CURRENCY", "currency", currencyText, {});
  const termsText = last.paymentTerms ?? customer.paymentTerms ?? settings.paymentTerms;
  const terms = parseTerms(termsText);
  if (!terms)
    return fault("UNKNOWN_TERMS", "paymentTerms", termsText, {
      right: rightTerms,
    });
  if (rows.phases.length === 0) return undefined;
  const phases = pricedPhases(rows, customer, context);
  const { prices, hasBrokenPrice } = pricesOf(rows, phases, currency, context);
  checkContractMoney(phases, rows, currency, context);
  checkPlans(rows, context);
  const service: Period = { from: phases[0]!.service.from, to: phases[phases.length - 1]!.service.to };
  return {
    contractId,
    customer,
    service,
    currency,
    frequency: frequencyOf(rows),
    anchorDay: last.anchorDay ?? 1,
    terms,
    termsText,
    taxCode: phases[phases.length - 1]!.taxCode,
    commitments: commitmentsOf(phases),
    commitmentPeriod: last.commitmentPeriod ?? "billing_period",
    poNumber: last.poNumber ?? customer.poNumber ?? "",
    plans: phases.map(({ plan, service: days }) => ({ plan, service: days })),
    agreed: agreedInRow(last, cellOf(bound, last.row, "endDate")),
    isSuspended: isSuspended(last, context),
    prices,
    hasBrokenPrice,
    at: cellOf(bound, first.row, "contractId"),
  };
}
