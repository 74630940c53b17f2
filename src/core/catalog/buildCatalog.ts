import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { gatherIssues } from "../issues/gatherIssues";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { BoundTable } from "../schema/bind";
import { reportRepeatedRows } from "../schema/repeatedRows";
import type { Settings } from "../settings/settings";
import type { AdjustmentRecord, adjustmentsTable } from "./adjustments.table";
import { reportAssumedCurrency } from "./assumedCurrency";
import { buildContract, type BuildContext } from "./buildContract";
import { contractsByRows } from "./contractRows";
import { customersOf } from "./customers";
import { priceListOf } from "./priceList";
import type { CatalogTables } from "./readTables";
import type { Adjustment, Catalog, Contract } from "./records";
import { reportRepeatedSetups } from "./setupFees";
import { suggester } from "./suggest";
import { taxRatesByCode } from "./taxRates";
import { checkTaxRates } from "./checkTaxRates";
import { ratesOf, reportTwoRates } from "./terms/exchangeRates";
import { agree } from "./terms/agreedTerms";

function adjustmentOf(
  record: AdjustmentRecord,
  bound: BoundTable<(typeof adjustmentsTable)["columns"]>,
  isAmongCredits: boolean,
): Adjustment {
  const at = cellOf(bound, record.row, "amount");
  return {
    ...record,
    isAmongCredits,
    at,
    reasonAt: bound.columnOf.has("reasonCode") ? cellOf(bound, record.row, "reasonCode") : at,
  };
}

/** Nothing anywhere says that tax is due: said once, since invoices without tax are rarely meant. */
function reportNoTax(tables: CatalogTables, contracts: readonly Contract[], report: Report): void {
  const [first] = contracts;
  const isTaxed = ({ taxCode, prices }: Contract) =>
    taxCode !== "" || prices.some((price) => price.taxCode !== "");
  if (
    !first ||
    contracts.some(isTaxed) ||
    tables.adjustments.good.some(({ taxCode }) => taxCode !== undefined)
  )
    return;
  const { grid, headerRow } = tables.contracts.bound!;
  report(makeIssue("NO_TAX", { at: { sheet: grid.sheet, row: headerRow, column: 0 } }));
}

/** Credits and charges without an id that stand twice. */
function reportRepeats(
  { adjustments }: CatalogTables,
  contracts: readonly Contract[],
  { currency }: Settings,
  report: Report,
): void {
  const { bound, good } = adjustments;
  if (!bound) return;
  const ofCustomer = groupBy(contracts, ({ customer }) => customer.customerId);
  const byId = groupBy(contracts, ({ contractId }) => contractId);
  const rows = good
    .filter(({ adjustmentId }) => adjustmentId === undefined)
    .map(({ row, amount, contractId, customerId }) => {
      const meant =
        (contractId === undefined ? ofCustomer.get(customerId ?? "") : byId.get(contractId)) ?? [];
      const holds = meant.map((contract) => contract.contractId);
      return { row, amount, currency: meant[0]?.currency ?? currency, holds };
    });
  reportRepeatedRows(rows, bound, "amount", report);
}

/** Resolves the tables against each other. Every fault is reported; what depends on one is held, the rest goes on. */
export function buildCatalog(tables: CatalogTables, settings: Settings, report: Report): Catalog {
  const rows = contractsByRows(tables, report);
  const customers = customersOf(tables, rows, report);
  const badIds = tables.contracts.bad.flatMap(({ fields }) => fields.contractId ?? []);
  const contractIds = new Set([...rows.map(({ contractId }) => contractId), ...badIds]);
  const taxCodes = taxRatesByCode(tables);
  const shared = gatherIssues();
  const context: BuildContext = {
    tables,
    settings,
    customers,
    suggestCustomer: suggester(() => customers.keys()),
    priceList: priceListOf(tables, contractIds, report),
    taxCodes,
    suggestTaxCode: suggester(() => taxCodes.keys()),
    report,
    reportShared: shared.report,
  };
  const built = rows.flatMap((contractRows) => buildContract(contractRows, context) ?? []);
  shared.flush(report);
  const inOrder = built.sort((a, b) => compareText(a.contractId, b.contractId));
  const { contracts, pools, grants } = agree(inOrder, { tables, customers, settings, report });
  const contractById = new Map(contracts.map((contract) => [contract.contractId, contract]));
  reportRepeatedSetups(contracts, report);
  checkTaxRates(tables, contracts, taxCodes, report);
  reportTwoRates(tables.terms, contracts, report);
  reportNoTax(tables, contracts, report);
  reportAssumedCurrency(tables, contractById, settings, report);
  reportRepeats(tables, contracts, settings, report);
  const { bound, good } = tables.adjustments;
  return {
    customers,
    contracts,
    contractById,
    contractsOfCustomer: groupBy(contracts, ({ customer }) => customer.customerId),
    customersInDoubt: new Set([
      ...tables.contracts.bad.flatMap(({ fields }) => fields.customerId ?? []),
      ...rows.flatMap(({ contractId, first }) => (contractById.has(contractId) ? [] : [first.customerId])),
    ]),
    unreadable: new Set([...contractIds].filter((id) => !contractById.has(id))),
    taxCodes,
    pools,
    grants,
    rateOn: ratesOf(tables.terms),
    adjustments: good.map((record) => adjustmentOf(record, bound!, tables.areCredits)),
  };
}
