import { writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { bytesOfBook } from "./bytesOfBook";

/** Cells that a plain value cannot say. */
export interface SpecialCell {
  readonly value: string | number | Date | { readonly error: string; readonly formula?: string };
  readonly numFmt?: string;
}

/** What a test writes into a cell. Text like 2026-04-01 becomes a date cell; see text() for the other case. */
export type CellInput = string | number | boolean | SpecialCell | undefined;

/** A row of a table by its headers. */
export type RowInput = Readonly<Record<string, CellInput>>;

/** A sheet cell by cell, with an Excel table over some of it when it has one. */
export interface SheetInput {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
  /** The rows from the header's (counted from 1) to the end are an Excel table of this name. */
  readonly table?: { readonly name: string; readonly headerRow: number };
}

/** A workbook: its sheets, or tables by sheet name. */
export type BookInput = readonly SheetInput[] | Readonly<Record<string, readonly RowInput[]>>;

/** Text as it is, even if it looks like a date. */
export const text = (value: string): SpecialCell => ({ value, numFmt: "@" });

export const percent = (fraction: number): SpecialCell => ({ value: fraction, numFmt: "0%" });

/** A number under a number format, such as an id shown with leading zeros. */
export const formatted = (value: number, numFmt: string): SpecialCell => ({ value, numFmt });

export const errorCell = (error: string): SpecialCell => ({ value: { error } });

/** A formula and the error it gives. */
export const formulaError = (formula: string, error: string): SpecialCell => ({ value: { error, formula } });

/** A moment, such as 2026-04-01T13:30. */
export const moment = (iso: string): SpecialCell => ({
  value: new Date(`${iso}:00Z`),
  numFmt: "yyyy-mm-dd hh:mm",
});

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function plain(cell: CellInput): SpecialCell | string | number | boolean | undefined {
  if (typeof cell !== "string" || !ISO_DAY.test(cell)) return cell;
  return { value: new Date(`${cell}T00:00:00Z`), numFmt: "yyyy-mm-dd" };
}

function fillCell(target: ExcelJS.Cell, input: CellInput): void {
  const cell = plain(input);
  if (cell === undefined) return;
  if (typeof cell !== "object") {
    target.value = cell;
    return;
  }
  const { value, numFmt } = cell;
  if (typeof value === "object" && "error" in value) {
    const error = { error: value.error as ExcelJS.CellErrorValue["error"] };
    target.value = value.formula === undefined ? error : { formula: value.formula, result: error };
  } else {
    target.value = value;
  }
  if (numFmt) target.numFmt = numFmt;
}

/** The header and rows of a table; its columns are all that the rows name, in the order of first mention. */
export function tableRows(rows: readonly RowInput[]): readonly (readonly CellInput[])[] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header]))];
}

function sheetsOf(book: BookInput): readonly SheetInput[] {
  if (Array.isArray(book)) return book as readonly SheetInput[];
  const tables = book as Readonly<Record<string, readonly RowInput[]>>;
  return Object.entries(tables).map(([name, rows]) => ({ name, rows: tableRows(rows) }));
}

/** Lays an Excel table over rows that are there already; exceljs wants their values once more. */
function addTable(sheet: ExcelJS.Worksheet, { rows, table }: SheetInput): void {
  if (!table) return;
  const header = rows[table.headerRow - 1] ?? [];
  const below = rows.slice(table.headerRow);
  sheet.addTable({
    name: table.name,
    ref: `A${String(table.headerRow)}`,
    columns: header.map((title) => ({ name: typeof title === "string" ? title : "" })),
    rows: below.map((_, at) =>
      header.map((_title, column) => sheet.getCell(table.headerRow + 1 + at, column + 1).value),
    ),
  });
}

export async function writeBook(
  path: string,
  book: BookInput,
  { date1904 = false }: { readonly date1904?: boolean } = {},
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  for (const input of sheetsOf(book)) {
    const sheet = workbook.addWorksheet(input.name);
    input.rows.forEach((row, at) => {
      row.forEach((cell, column) => {
        fillCell(sheet.getCell(at + 1, column + 1), cell);
      });
    });
    addTable(sheet, input);
  }
  writeFileSync(path, await bytesOfBook(workbook));
}

/** An open contract from April 2026 on, in dollars; the row's own cells go before these. */
export const contract = (id: string, row: RowInput = {}): RowInput => ({
  "Contract ID": id,
  "Customer ID": `K-${id}`,
  "Customer name": `Customer of ${id}`,
  "Start date": "2026-04-01",
  Currency: "USD",
  ...row,
});

export const price = (contractId: string, model: string, row: RowInput = {}): RowInput => ({
  "Contract ID": contractId,
  Product: "Calls",
  "Pricing model": model,
  ...row,
});

export const usage = (contractId: string, quantity: CellInput, row: RowInput = {}): RowInput => ({
  "Contract ID": contractId,
  Meter: "Calls",
  Date: "2026-04-10",
  Quantity: quantity,
  ...row,
});

export const settings = (values: Readonly<Record<string, CellInput>>): RowInput[] =>
  Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
