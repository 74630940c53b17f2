import { nameKey } from "../../base/name";
import { buildCatalog } from "../../catalog/buildCatalog";
import { contractsTable } from "../../catalog/contracts.table";
import { customersTable } from "../../catalog/customers.table";
import { pricesTable } from "../../catalog/prices.table";
import { readCatalogTables } from "../../catalog/readTables";
import type { Snapshot } from "../../grid/grid";
import { makeIssue, unheard, type Report } from "../../issues/issue";
import { currencyCode } from "../../money/currency";
import { one, type Decimal } from "../../money/decimal";
import type { Finding } from "../../reconciliation/finding";
import type { InputCells } from "../../run/inputRows";
import { readSettings } from "../../settings/readSettings";
import type { WritePlan } from "../../sheets/plan";
import { percentStyle } from "../../sheets/styles";
import { dayCell, textCell } from "../../sheets/tableSheet";
import { addInputRows } from "../addRows";
import { joinPlans, type Imported } from "../import";
import { lastDayOf, type Agreement } from "./agreement";
import { quoteMismatches, withoutContract, type FileCell } from "./compareAgreement";

/** What an agreement comes to in a month, to the 15 digits of a cell; undefined where nothing says for how long it is. */
function feeAMonth({ amount, quantity = one, months }: Agreement): Decimal | undefined {
  if (!amount || !months || months.isZero()) return undefined;
  return amount.times(quantity).dividedBy(months).toSignificantDigits(15);
}

interface Rows {
  readonly contract: InputCells;
  readonly price: InputCells;
}

function rowsOf(agreement: Agreement, customerId: string, currency: string): Rows {
  const { recordId, name, customerName, firstDay, discount } = agreement;
  const fee = feeAMonth(agreement);
  return {
    contract: new Map([
      ["contractId", textCell(recordId)],
      ["customerId", textCell(customerId)],
      ["customerName", textCell(customerName)],
      ["startDate", dayCell(firstDay)],
      ["endDate", dayCell(lastDayOf(agreement))],
      ["currency", textCell(currency)],
      ["billingFrequency", textCell("Monthly")],
      ["discount", discount ? { value: discount, style: percentStyle } : null],
      ["status", textCell("Draft")],
    ]),
    price: new Map([
      ["contractId", textCell(recordId)],
      ["priceId", textCell(`${recordId}-1`)],
      ["product", textCell(name ?? recordId)],
      ["pricingModel", textCell("flat")],
      ["flatFee", fee ? { value: fee } : null],
    ]),
  };
}

export interface AddedAgreements extends Pick<Imported, "added" | "findings" | "plan"> {
  /** Agreements whose contract is there already. */
  readonly known: number;
}

/** Draft contracts with their prices and missing customers for agreements that hold; those that are there are compared. */
export function addAgreements(
  agreements: readonly Agreement[],
  fileAt: FileCell,
  snapshot: Snapshot,
  report: Report,
): AddedAgreements | string {
  const settings = readSettings(snapshot, unheard);
  const tables = readCatalogTables(snapshot, settings, unheard);
  if (tables.isOneSheet && tables.contracts.bound)
    return "contracts and prices of this workbook share one sheet; contracts are added where prices have their own";
  const catalog = buildCatalog(tables, settings, unheard);
  const contractRows = [...tables.contracts.good, ...tables.contracts.bad.map(({ fields }) => fields)];
  const knownContracts = new Set(contractRows.map(({ contractId }) => contractId));
  const customerIds = new Map(
    [...catalog.customers.values()].map(({ customerName, customerId }) => [
      nameKey(customerName),
      customerId,
    ]),
  );
  const customers: InputCells[] = [];
  const rows: Rows[] = [];
  const findings: Finding[] = [];
  let known = 0;
  for (const agreement of agreements.filter(({ isWon }) => isWon)) {
    const { recordId, customerName, email, row } = agreement;
    const currency = currencyCode(agreement.currency ?? "") ?? settings.currency;
    if (knownContracts.has(recordId)) {
      known++;
      const contract = catalog.contractById.get(recordId);
      if (contract) findings.push(...quoteMismatches(agreement, contract, currency, fileAt));
      continue;
    }
    knownContracts.add(recordId);
    const name = customerName ?? agreement.customerId ?? recordId;
    const customerId = customerIds.get(nameKey(name)) ?? agreement.customerId ?? name;
    if (!catalog.customers.has(customerId) && !customerIds.has(nameKey(name))) {
      customers.push(
        new Map([
          ["customerId", textCell(customerId)],
          ["customerName", textCell(name)],
          ["email", textCell(email)],
        ]),
      );
      customerIds.set(nameKey(name), customerId);
    }
    rows.push(rowsOf(agreement, customerId, currency));
    const at = fileAt(row, "recordId");
    report(makeIssue("DRAFT_CONTRACT", { at, value: recordId }));
    if (feeAMonth(agreement) === undefined) report(makeIssue("TERM_MISSING", { at, value: recordId }));
    findings.push(withoutContract(agreement, customerId, currency, at));
  }
  const plans = [
    addInputRows(customersTable, tables.customers.bound, customers, snapshot),
    addInputRows(
      contractsTable,
      tables.contracts.bound,
      rows.map(({ contract }) => contract),
      snapshot,
    ),
    addInputRows(
      pricesTable,
      tables.prices.bound,
      rows.map(({ price }) => price),
      snapshot,
    ),
  ];
  const fault = plans.find((plan) => typeof plan === "string");
  if (fault !== undefined) return fault;
  const added = [
    { table: customersTable.title, rows: customers.length },
    { table: contractsTable.title, rows: rows.length },
    { table: pricesTable.title, rows: rows.length },
  ].filter((table) => table.rows > 0);
  return {
    added,
    findings,
    known,
    plan: joinPlans(plans.filter((plan): plan is WritePlan => typeof plan !== "string")),
  };
}
