import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { parseTerms, termsForms } from "../calendar/terms";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { currencyCode } from "../money/currency";
import { cellOf } from "../schema/readRecords";
import type { BoundTable } from "../schema/bind";
import type { AdjustmentRecord, adjustmentsTable } from "./adjustments.table";
import { distinctContracts } from "./contractRows";
import type { ContractRecord } from "./contracts.table";
import { customersOf } from "./customers";
import { overlapsOf } from "./overlaps";
import type { PriceRecord } from "./prices.table";
import type { Settings } from "../settings/settings";
import type { CatalogTables } from "./readTables";
import type { Adjustment, Catalog, Contract, Customer, Price } from "./records";
import { priceIdOf, resolvePrice, type BoundPrices, type TierRows } from "./resolvePrice";
import { idSuggester, suggestId } from "./suggest";
import { taxRatesByCode } from "./taxRates";
import { groupTierRows } from "./tierRows";

interface BuildContext {
  readonly tables: CatalogTables;
  readonly settings: Settings;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly pricesOf: ReadonlyMap<string, readonly PriceRecord[]>;
  readonly tierRows: ReadonlyMap<string, TierRows>;
  readonly taxCodes: ReadonlyMap<string, unknown>;
  /** Contracts with a price row that cannot be used. */
  readonly brokenPrices: Set<string>;
  readonly report: Report;
}

/** The service days of a contract row; a contract that ends before it starts is reported. */
function serviceOf(record: ContractRecord, context: BuildContext): Period | undefined {
  const bound = context.tables.contracts.bound!;
  const holds = [record.contractId];
  if (record.status === "ended" && record.endDate === undefined) {
    const words = { column: "End date", right: "an ended contract needs its last day of service" };
    context.report(makeIssue("MISSING_VALUE", { at: cellOf(bound, record.row, "endDate"), words, holds }));
    return undefined;
  }
  const service = { from: record.startDate, to: record.endDate ?? LAST_DAY };
  if (service.from <= service.to) return service;
  const words = { start: formatDay(service.from) };
  const value = formatDay(service.to);
  context.report(
    makeIssue("CONTRACT_DATES", { at: cellOf(bound, record.row, "endDate"), value, words, holds }),
  );
  return undefined;
}

/** A price's or contract's tax code must be known, else its tax is not. */
function checkTaxCode(code: string, at: CellRef, contractId: string, context: BuildContext): void {
  if (code === "" || context.taxCodes.has(code)) return;
  const words = { hint: suggestId(code, context.taxCodes.keys()) };
  context.report(makeIssue("UNKNOWN_TAX_CODE", { at, value: code, words, holds: [contractId] }));
}

/** The days that a price row names, whatever its contract. */
function serviceDays({ effectiveFrom, effectiveTo }: PriceRecord): Period {
  return { from: effectiveFrom ?? FIRST_DAY, to: effectiveTo ?? LAST_DAY };
}

function pricesOfContract(
  contractId: string,
  service: Period,
  taxCode: string,
  context: BuildContext,
): Price[] {
  const bound = context.tables.prices.bound as BoundPrices | undefined;
  if (!bound) return [];
  const records = context.pricesOf.get(contractId) ?? [];
  const prices = records.flatMap((record) => {
    const { tierRows, report } = context;
    const price = resolvePrice(record, { bound, contractService: service, taxCode, tierRows, report });
    if (!price && overlap(serviceDays(record), service)) context.brokenPrices.add(contractId);
    if (price) checkTaxCode(price.taxCode, cellOf(bound, record.row, "taxCode"), contractId, context);
    return price ? [price] : [];
  });
  for (const { price, other } of overlapsOf(prices)) {
    const both = overlap(price.service, other.service)!;
    const value =
      both.to === LAST_DAY
        ? `from ${formatDay(both.from)}`
        : `${formatDay(both.from)} to ${formatDay(both.to)}`;
    const words = { product: price.product, other: String(other.at.row + 1) };
    context.report(makeIssue("OVERLAPPING_PRICES", { at: price.at, value, words, holds: [contractId] }));
  }
  // Sorted by what they are, not by where they stand: the order of rows never changes an invoice.
  return prices.sort(
    (a, b) =>
      Number(b.isFixed) - Number(a.isFixed) ||
      compareText(a.product, b.product) ||
      compareText(a.priceId, b.priceId) ||
      a.service.from - b.service.from,
  );
}

/** A contract row resolved against customers, prices, tax codes and settings; undefined when it cannot be billed. */
function buildContract(record: ContractRecord, context: BuildContext): Contract | undefined {
  const { tables, settings, customers, report } = context;
  const bound = tables.contracts.bound!;
  const { contractId } = record;
  const fault = (
    code: IssueCode,
    field: keyof ContractRecord,
    value: string,
    words: Record<string, string>,
  ) => {
    const at = cellOf(bound, record.row, field as "contractId");
    report(makeIssue(code, { at, value, words, holds: [contractId] }));
    return undefined;
  };
  const service = serviceOf(record, context);
  const customer = customers.get(record.customerId);
  if (!customer) {
    return fault("UNKNOWN_CUSTOMER", "customerId", record.customerId, {
      hint: suggestId(record.customerId, customers.keys()),
    });
  }
  const currencyText = record.currency ?? customer.currency ?? settings.currency;
  const currency = currencyCode(currencyText);
  if (currency === undefined) return fault("UNKNOWN_CURRENCY", "currency", currencyText, {});
  const termsText = record.paymentTerms ?? customer.paymentTerms ?? settings.paymentTerms;
  const terms = parseTerms(termsText);
  if (!terms) return fault("UNKNOWN_TERMS", "paymentTerms", termsText, { right: termsForms });
  if (!service) return undefined;
  const taxCode = record.taxCode ?? customer.taxCode ?? settings.taxCode;
  checkTaxCode(taxCode, cellOf(bound, record.row, "taxCode"), contractId, context);
  const prices = pricesOfContract(contractId, service, taxCode, context);
  const at = cellOf(bound, record.row, "contractId");
  if (!context.pricesOf.has(contractId))
    report(makeIssue("CONTRACT_WITHOUT_PRICE", { at, value: contractId }));
  return {
    contractId,
    customer,
    service,
    currency,
    frequency: record.billingFrequency ?? "monthly",
    anchorDay: record.anchorDay ?? 1,
    terms,
    termsText,
    taxCode,
    commitment: record.minimumCommitment,
    commitmentPeriod: record.commitmentPeriod ?? "billing_period",
    poNumber: record.poNumber ?? customer.poNumber ?? "",
    isSuspended: record.status === "suspended",
    prices,
    hasBrokenPrice: context.brokenPrices.has(contractId),
    at,
  };
}

/** Price rows by contract; a row of an unknown contract and an id used twice for the same days are reported. */
function groupPrices(
  tables: CatalogTables,
  contractIds: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, readonly PriceRecord[]> {
  const suggest = idSuggester(contractIds);
  for (const record of tables.prices.good) {
    if (!contractIds.has(record.contractId)) {
      const at = cellOf(tables.prices.bound!, record.row, "contractId");
      const words = { hint: suggest(record.contractId) };
      report(makeIssue("UNKNOWN_CONTRACT", { at, value: record.contractId, words }));
    }
  }
  return groupBy(tables.prices.good, ({ contractId }) => contractId);
}

function adjustmentOf(
  record: AdjustmentRecord,
  bound: BoundTable<(typeof adjustmentsTable)["columns"]>,
): Adjustment {
  const at = cellOf(bound, record.row, "amount");
  return {
    ...record,
    at,
    reasonAt: bound.columnOf.has("reasonCode") ? cellOf(bound, record.row, "reasonCode") : at,
  };
}

/** Resolves the tables against each other. Every fault is reported; what depends on one is held, the rest goes on. */
export function buildCatalog(tables: CatalogTables, settings: Settings, report: Report): Catalog {
  const records = distinctContracts(tables, report);
  const customers = customersOf(tables, records, report);
  const badIds = tables.contracts.bad.flatMap(({ fields }) => fields.contractId ?? []);
  const contractIds = new Set([...records.map(({ contractId }) => contractId), ...badIds]);
  const pricesOf = groupPrices(tables, contractIds, report);
  const contractOfPrice = new Map(tables.prices.good.map((record) => [priceIdOf(record), record.contractId]));
  const tierRows = groupTierRows(tables.tiers, contractOfPrice, report);
  const taxCodes = taxRatesByCode(tables);
  const brokenPrices = new Set(tables.prices.bad.flatMap(({ fields }) => fields.contractId ?? []));
  const context: BuildContext = {
    tables,
    settings,
    customers,
    pricesOf,
    tierRows,
    taxCodes,
    brokenPrices,
    report,
  };
  const contracts = records.flatMap((record) => buildContract(record, context) ?? []);
  const built = new Set(contracts.map(({ contractId }) => contractId));
  return {
    customers,
    contracts: contracts.sort((a, b) => compareText(a.contractId, b.contractId)),
    unreadable: new Set([...contractIds].filter((id) => !built.has(id))),
    taxCodes,
    adjustments: tables.adjustments.good.map((record) => adjustmentOf(record, tables.adjustments.bound!)),
  };
}
