import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { BoundTable } from "../../schema/bind";
import { anyTable, refOf } from "../../schema/boundTable";
import type { TableDefinition } from "../../schema/table";
import { valueText } from "../../schema/valueText";
import type { PartCell, UnkeyedPart } from "./part";
import type { Personal } from "./personal";
import { cellByColumn } from "./rowCells";

/** What acts and payments change on a sealed document. */
export const notSealed: ReadonlySet<string> = new Set([
  "status",
  "paid",
  "balance",
  "approvedBy",
  "approvedAt",
  "seal",
]);

interface RecordInput {
  readonly table: TableDefinition;
  readonly bound: BoundTable | undefined;
  readonly record: Readonly<Record<string, unknown>> & { readonly row: number };
  readonly personal: Personal;
  readonly leaves?: ReadonlySet<string>;
}

/** The non-empty cells of a record of the register; asked of every line of every document. */
function cellsOfRecord({ table, bound, record, personal, leaves }: RecordInput): PartCell[] {
  const cells: PartCell[] = [];
  for (const field in table.columns) {
    const read = record[field];
    if (read === undefined || leaves?.has(field)) continue;
    const column = table.columns[field]!;
    const value = valueText(column, read);
    if (value === "") continue;
    const index = bound?.columnOf.get(field) ?? 0;
    const at = bound
      ? refOf(bound, record.row, index)
      : { sheet: table.title, row: record.row, column: index };
    const isPersonal =
      personal.columns.isPersonalField(table, field, column.title) || personal.isInside(value);
    cells.push({ column: column.title, value, at, isPersonal });
  }
  return cells;
}

/** Where the columns of a record stand; in the sheet of its title where it is not written yet. */
function cellsOf(table: TableDefinition, bound: BoundTable | undefined, row: number): UnkeyedPart["cellOf"] {
  return bound ? cellByColumn(bound, row) : () => ({ sheet: table.title, row, column: 0 });
}

/** The document's row of Invoices, and its lines. */
export function documentParts(
  { invoicesBound, linesBound }: Pick<DocumentRegister, "invoicesBound" | "linesBound">,
  invoice: RegisteredInvoice,
  personal: Personal,
): UnkeyedPart[] {
  const bound = invoicesBound && anyTable(invoicesBound);
  const boundLines = linesBound && anyTable(linesBound);
  const { invoiceNumber } = invoice;
  const invoicePart: UnkeyedPart = {
    table: invoicesTable.title,
    base: invoiceNumber,
    hint: "",
    cells: cellsOfRecord({
      table: invoicesTable,
      bound,
      record: invoice as unknown as RecordInput["record"],
      personal,
      leaves: notSealed,
    }),
    at: invoice.at,
    cellOf: cellsOf(invoicesTable, bound, invoice.row),
  };
  const lines = invoice.lines.map(({ record, at }): UnkeyedPart => ({
    table: invoiceLinesTable.title,
    base: `${invoiceNumber}/${String(record.line ?? "")}`,
    hint: "",
    cells: cellsOfRecord({ table: invoiceLinesTable, bound: boundLines, record, personal }),
    at,
    cellOf: cellsOf(invoiceLinesTable, boundLines, record.row),
  }));
  return [invoicePart, ...lines];
}
