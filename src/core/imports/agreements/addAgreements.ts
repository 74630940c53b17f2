import { nameKey } from "../../base/name";
import { buildCatalog } from "../../catalog/buildCatalog";
import { contractsTable } from "../../catalog/contracts.table";
import { customersTable } from "../../catalog/customers.table";
import { pricesTable } from "../../catalog/prices.table";
import type { Catalog } from "../../catalog/records";
import { readCatalogTables } from "../../catalog/readTables";
import type { Snapshot } from "../../grid/grid";
import { makeIssue, unheard, type Report } from "../../issues/issue";
import { currencyCode } from "../../money/currency";
import { one, zero, type Decimal } from "../../money/decimal";
import type { Finding } from "../../reconciliation/finding";
import type { InputCells } from "../../run/inputRows";
import { readSettings } from "../../settings/readSettings";
import { percentStyle } from "../../sheets/styles";
import { dayCell, textCell } from "../../sheets/tableSheet";
import { addInputRows } from "../addRows";
import { joinPlans, type Imported } from "../import";
import { lastDayOf, type Agreement } from "./agreement";
import { quoteMismatches, withoutContract, type FileCell } from "./compareAgreement";

/**
 * The fee of a month by which an agreement comes to its amount again once its discount is taken off, to the 15 digits of a
 * cell: 12,000 for 12 months at 10 % off is 1,111.11111111111. Undefined where nothing says for how long it is, or all is off.
 */
function feeAMonth({ amount, quantity = one, months, discount = zero }: Agreement): Decimal | undefined {
  const billed = months?.times(one.minus(discount));
  if (!amount || !billed || billed.isZero()) return undefined;
  return amount.times(quantity).dividedBy(billed).toSignificantDigits(15);
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

/** What the workbook has, and what is added to it. */
interface Additions {
  readonly catalog: Catalog;
  readonly currency: string;
  /** Contracts by id, also those that cannot be read. */
  readonly contractIds: Set<string | undefined>;
  /** Ids of customers by their names. */
  readonly customerIds: Map<string, string>;
  readonly customers: InputCells[];
  readonly rows: Rows[];
  readonly findings: Finding[];
}

/** The customer of an agreement: the one of that name, else a new one. */
function customerOf({ customerName, customerId, email, recordId }: Agreement, to: Additions): string {
  const name = customerName ?? customerId ?? recordId;
  const known = to.customerIds.get(nameKey(name));
  if (known !== undefined) return known;
  const id = customerId ?? name;
  if (to.catalog.customers.has(id)) return id;
  to.customerIds.set(nameKey(name), id);
  to.customers.push(
    new Map([
      ["customerId", textCell(id)],
      ["customerName", textCell(name)],
      ["email", textCell(email)],
    ]),
  );
  return id;
}

/** Adds what an agreement needs; false where its contract is there already, which is compared with it. */
function addAgreement(agreement: Agreement, to: Additions, fileAt: FileCell, report: Report): boolean {
  const { recordId, row } = agreement;
  const currency = currencyCode(agreement.currency ?? "") ?? to.currency;
  if (to.contractIds.has(recordId)) {
    const contract = to.catalog.contractById.get(recordId);
    if (contract) to.findings.push(...quoteMismatches(agreement, contract, currency, fileAt));
    return false;
  }
  to.contractIds.add(recordId);
  const customerId = customerOf(agreement, to);
  to.rows.push(rowsOf(agreement, customerId, currency));
  const at = fileAt(row, "recordId");
  report(makeIssue("DRAFT_CONTRACT", { at, value: recordId }));
  if (feeAMonth(agreement) === undefined) report(makeIssue("TERM_MISSING", { at, value: recordId }));
  to.findings.push(withoutContract(agreement, customerId, currency, at));
  return true;
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
  const { contracts, customers, prices, isOneSheet } = tables;
  if (isOneSheet && contracts.bound)
    return "contracts and prices of this workbook share one sheet; contracts are added where prices have their own";
  const catalog = buildCatalog(tables, settings, unheard);
  const known = [...catalog.customers.values()];
  const to: Additions = {
    catalog,
    currency: settings.currency,
    contractIds: new Set(
      [...contracts.good, ...contracts.bad.map(({ fields }) => fields)].map((row) => row.contractId),
    ),
    customerIds: new Map(known.map(({ customerName, customerId }) => [nameKey(customerName), customerId])),
    customers: [],
    rows: [],
    findings: [],
  };
  const holding = agreements.filter(({ isWon }) => isWon);
  const added = holding.filter((agreement) => addAgreement(agreement, to, fileAt, report));
  const contractRows = to.rows.map(({ contract }) => contract);
  const priceRows = to.rows.map(({ price }) => price);
  const plans = [
    addInputRows(customersTable, customers.bound, to.customers, snapshot),
    addInputRows(contractsTable, contracts.bound, contractRows, snapshot),
    addInputRows(pricesTable, prices.bound, priceRows, snapshot),
  ];
  const fault = plans.find((plan) => typeof plan === "string");
  if (fault !== undefined) return fault;
  const counts = [
    { table: customersTable.title, rows: to.customers.length },
    { table: contractsTable.title, rows: contractRows.length },
    { table: pricesTable.title, rows: priceRows.length },
  ];
  return {
    added: counts.filter(({ rows }) => rows > 0),
    findings: to.findings,
    known: holding.length - added.length,
    plan: joinPlans(plans.filter((plan) => typeof plan !== "string")),
  };
}
