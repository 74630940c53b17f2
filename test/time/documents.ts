import type { CellRef, Snapshot } from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";

type Cell = string | number | null;

/** A new workbook of rows of cells; days are written as yyyy-mm-dd. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const planned = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    widths: [],
  }));
  return applyPlan(emptyPackage(), { sheets: planned, removedSheets: [], appended: [] });
}

const textAt = ({ grids }: Snapshot, { sheet, row, column }: CellRef): string => {
  const cells = grids.find((grid) => grid.sheet === sheet)?.columns[column];
  return cells?.texts.at(cells.values[row] ?? cells.texts.length) ?? "";
};

/** Where the columns of a sheet are, by the titles in its first row. */
function columnsOf(snapshot: Snapshot, sheet: string): ReadonlyMap<string, number> {
  const width = snapshot.grids.find((grid) => grid.sheet === sheet)?.columns.length ?? 0;
  return new Map(
    Array.from({ length: width }, (_, column) => [textAt(snapshot, { sheet, row: 0, column }), column]),
  );
}

/** The workbook with a cell typed over, in the row of a document, under a title of Invoices. */
export async function typed(
  book: Uint8Array,
  number: string,
  title: string,
  value: string,
): Promise<Uint8Array> {
  const reading = await readWorkbook(book);
  if (!reading.ok) throw new Error(reading.failure.message);
  const { snapshot } = reading;
  const column = columnsOf(snapshot, "Invoices").get(title)!;
  const rows = snapshot.grids.find(({ sheet }) => sheet === "Invoices")!.rowCount;
  const row = Array.from({ length: rows }, (_, index) => index).find(
    (index) => textAt(snapshot, { sheet: "Invoices", row: index, column: 0 }) === number,
  );
  if (row === undefined) throw new Error(`there is no ${number}`);
  return typedAt(book, { sheet: "Invoices", row, column }, value);
}

/** The workbook with a cell typed over. */
export async function typedAt(book: Uint8Array, at: CellRef, value: string | number): Promise<Uint8Array> {
  const reading = await readWorkbook(book);
  if (!reading.ok) throw new Error(reading.failure.message);
  const edits = [{ at, value }];
  return applyPlan(reading.package, { sheets: [], removedSheets: [], appended: [], edits });
}

/** The workbook with rows added below a sheet's last one. */
export async function added(
  book: Uint8Array,
  sheet: string,
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> {
  const reading = await readWorkbook(book);
  if (!reading.ok) throw new Error(reading.failure.message);
  const firstRow = reading.snapshot.grids.find((grid) => grid.sheet === sheet)!.rowCount;
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  return applyPlan(reading.package, {
    sheets: [],
    removedSheets: [],
    appended: [{ sheet, firstRow, rows: cells }],
  });
}
