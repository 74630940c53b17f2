import { nameKey } from "../../base/name";
import type { RegisteredInvoice } from "../../documents/register";
import { CellKind, type Snapshot } from "../../grid/grid";
import { readApprovals } from "../../review/log/readApprovals";
import type { WorkbookInputs } from "../../run/prepareBook";
import { shownText } from "../../schema/column";
import { viewCell } from "../../schema/viewCell";
import { inputsOfWorkbook, understoodTables, type UnderstoodTable } from "../understoodTables";

/** A table with the rows of it that are about a customer. */
export interface TableOfCustomer {
  readonly table: UnderstoodTable;
  /** 0-based rows of the sheet, from the top. */
  readonly rows: readonly number[];
}

/** Everything that a workbook holds about a customer, table by table. */
export interface CustomerData {
  readonly inputs: WorkbookInputs;
  /** As Customers or Contracts write it. */
  readonly customerId: string;
  readonly contractIds: readonly string[];
  readonly documents: readonly RegisteredInvoice[];
  /** Every table that is understood, also those without a row of the customer. */
  readonly tables: readonly TableOfCustomer[];
}

/** What a cell of a row shows by its field. */
function shownAt({ bound }: UnderstoodTable, row: number, field: string): string {
  const column = bound.columnOf.get(field);
  return column === undefined ? "" : shownText(viewCell(bound.grid, row, column));
}

/** Rows of a table below its header that hold something. */
function rowsOf({ bound: { grid, firstRow, lastRow, columnOf, others } }: UnderstoodTable): number[] {
  const columns = [...columnOf.values(), ...others.keys()].flatMap((column) => grid.columns[column] ?? []);
  const rows: number[] = [];
  for (let row = firstRow; row <= lastRow; row++)
    if (columns.some(({ kinds }) => (kinds[row] ?? CellKind.blank) !== CellKind.blank)) rows.push(row);
  return rows;
}

/** What ties a row to a customer, the surest first: the first of them that a row says decides. */
type Ties = readonly (readonly [fields: readonly string[], keys: ReadonlySet<string>])[];

const keysOf = (values: Iterable<string>): ReadonlySet<string> =>
  new Set([...values].map(nameKey).filter((key) => key !== ""));

function isTied(table: UnderstoodTable, row: number, ties: Ties): boolean {
  for (const [fields, keys] of ties) {
    const said = fields.map((field) => nameKey(shownAt(table, row, field))).filter((key) => key !== "");
    if (said.length > 0) return said.some((key) => keys.has(key));
  }
  return false;
}

/** Values of a field in rows of the tables that have it. */
function valuesOf(tables: readonly UnderstoodTable[], field: string, ties: Ties): string[] {
  return tables
    .filter(({ bound }) => bound.columnOf.has(field))
    .flatMap((table) =>
      rowsOf(table)
        .filter((row) => isTied(table, row, ties))
        .map((row) => shownAt(table, row, field)),
    );
}

/** Numbers of documents, and the keys that they had before they were numbered. */
function numbersOf(documents: readonly RegisteredInvoice[], snapshot: Snapshot): string[] {
  const numbers = new Set(documents.map(({ invoiceNumber }) => invoiceNumber));
  for (const { invoiceNumber, was } of [...readApprovals(snapshot).rows].reverse())
    if (was !== undefined && numbers.has(invoiceNumber)) numbers.add(was);
  return [...numbers];
}

/** Finds what is about a customer: by its id, its contracts, its documents and prices, else by its name. */
export function customerRows(snapshot: Snapshot, asked: string): CustomerData | undefined {
  const inputs = inputsOfWorkbook(snapshot);
  const tables = understoodTables(snapshot, inputs);
  const byId: Ties = [[["customerId"], keysOf([asked])]];
  const [customerId] = valuesOf(tables, "customerId", byId);
  if (customerId === undefined || nameKey(asked) === "") return undefined;
  const isOwner = (id: string | undefined) => id !== undefined && nameKey(id) === nameKey(asked);
  const owned = inputs.catalog.contracts.filter(({ customer }) => isOwner(customer.customerId));
  const contractIds = [
    ...new Set([
      ...owned.map(({ contractId }) => contractId),
      ...valuesOf(tables, "contractId", byId).filter((id) => id !== ""),
    ]),
  ];
  const contracts = keysOf(contractIds);
  const isOfContract = (id: string | undefined) => id !== undefined && contracts.has(nameKey(id));
  const documents = inputs.register.invoices.filter((document) =>
    document.customerId === undefined
      ? isOfContract(document.contractId) || document.lines.some((line) => isOfContract(line.contractId))
      : isOwner(document.customerId),
  );
  const byContract: Ties = [...byId, [["contractId"], contracts]];
  const ties: Ties = [
    ...byContract,
    [["invoiceNumber"], keysOf(numbersOf(documents, snapshot))],
    [["priceId"], keysOf(valuesOf(tables, "priceId", byContract))],
    [["customerName"], keysOf(valuesOf(tables, "customerName", byId))],
  ];
  return {
    inputs,
    customerId,
    contractIds,
    documents,
    tables: tables.map((table) => ({ table, rows: rowsOf(table).filter((row) => isTied(table, row, ties)) })),
  };
}
