import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentRegister } from "../../documents/register";
import { anyTable, refOf, type BoundTable } from "../../schema/boundTable";
import { shownText, type Column } from "../../schema/column";
import { valueText } from "../../schema/valueText";
import { viewCell, type CellView } from "../../schema/viewCell";
import { notSealed } from "./documentParts";
import type { PartCell, UnkeyedPart } from "./part";
import type { Personal } from "./personal";
import { cellByColumn } from "./rowCells";

/** What a cell says as its column reads it, and as it shows where it cannot be read. */
function textIn(column: Column<unknown>, cell: CellView): string {
  const parsed = column.parse(cell, {});
  return parsed.ok ? valueText(column, parsed.value) : shownText(cell);
}

function cellsIn(
  bound: BoundTable,
  row: number,
  personal: Personal,
  leaves: ReadonlySet<string> = new Set(),
): PartCell[] {
  const { definition, grid, columnOf } = bound;
  return Object.entries(definition.columns).flatMap(([field, column]): PartCell[] => {
    const index = columnOf.get(field);
    if (index === undefined || leaves.has(field)) return [];
    const cell = viewCell(grid, row, index);
    const value = shownText(cell) === "" ? "" : textIn(column, cell);
    if (value === "") return [];
    const isPersonal =
      personal.columns.isPersonalField(definition, field, column.title) || personal.isInside(value);
    return [{ column: column.title, value, at: refOf(bound, row, index), isPersonal }];
  });
}

function textOfField(bound: BoundTable, row: number, field: string): string {
  const index = bound.columnOf.get(field);
  return index === undefined ? "" : shownText(viewCell(bound.grid, row, index));
}

/** Rows of a table by the number of their document. */
function rowsByNumber(bound: BoundTable | undefined): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  if (!bound) return rows;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const number = textOfField(bound, row, "invoiceNumber");
    const known = rows.get(number);
    if (known) known.push(row);
    else rows.set(number, [row]);
  }
  return rows;
}

/** Documents as they stand on the sheets of the register. */
export interface SheetDocuments {
  /** The row of Invoices; undefined where the number stands on none. */
  readonly rowOf: (invoiceNumber: string) => number | undefined;
  readonly partsOf: (invoiceNumber: string) => UnkeyedPart[];
}

/** Finds documents by their numbers alone: a row that cannot be read any more is one as well. */
export function documentsOnSheets(
  { invoicesBound, linesBound }: Pick<DocumentRegister, "invoicesBound" | "linesBound">,
  personal: Personal,
): SheetDocuments {
  const invoices = invoicesBound && anyTable(invoicesBound);
  const lines = linesBound && anyTable(linesBound);
  const invoiceRows = rowsByNumber(invoices);
  const lineRows = rowsByNumber(lines);
  const partOf = (
    bound: BoundTable,
    row: number,
    table: string,
    base: string,
    leaves?: typeof notSealed,
  ) => ({
    table,
    base,
    hint: "",
    cells: cellsIn(bound, row, personal, leaves),
    at: refOf(bound, row, bound.columnOf.get("invoiceNumber") ?? bound.firstColumn),
    cellOf: cellByColumn(bound, row),
  });
  const rowOf = (number: string) => invoiceRows.get(number)?.[0];
  return {
    rowOf,
    partsOf: (number) => {
      const row = rowOf(number);
      const ofInvoice =
        invoices && row !== undefined ? [partOf(invoices, row, invoicesTable.title, number, notSealed)] : [];
      const ofLines = lines
        ? (lineRows.get(number) ?? []).map((lineRow) => {
            const base = `${number}/${textOfField(lines, lineRow, "line")}`;
            return partOf(lines, lineRow, invoiceLinesTable.title, base);
          })
        : [];
      return [...ofInvoice, ...ofLines];
    },
  };
}
