import ExcelJS from "exceljs";
import { appendUsage, type Snapshot } from "../../src/core/api";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import { bytesOfBook } from "../support/bytesOfBook";

/** A cell as it would be typed: a date is a real date cell, `fmt` its number format. */
export type CaseCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly v: string | number; readonly fmt: string }
  | { readonly formula: string; readonly result: number };

export interface CaseSheet {
  readonly rows: readonly (readonly CaseCell[])[];
  readonly merge?: readonly string[];
  readonly hiddenColumns?: readonly string[];
  /** Numbers of rows that are hidden, and addresses of cells with a line through them. */
  readonly hiddenRows?: readonly number[];
  readonly struck?: readonly string[];
  readonly state?: "hidden";
  readonly excelTable?: string;
}

export interface CaseInput {
  readonly sheets: Readonly<Record<string, CaseSheet["rows"] | CaseSheet>>;
  readonly csv?: Readonly<Record<string, string>>;
}

function fill(cell: ExcelJS.Cell, value: CaseCell | undefined): void {
  if (value === null || value === undefined || value === "") return;
  if (typeof value === "object" && "date" in value) {
    const hasTime = value.date.length > 10;
    cell.value = new Date(hasTime ? `${value.date}Z` : `${value.date}T00:00:00Z`);
    cell.numFmt = hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
  } else if (typeof value === "object" && "fmt" in value) {
    cell.value = value.v;
    cell.numFmt = value.fmt;
  } else cell.value = value;
}

function addSheet(workbook: ExcelJS.Workbook, name: string, sheet: CaseSheet): void {
  const { rows, merge = [], hiddenColumns = [], hiddenRows = [], struck = [], state, excelTable } = sheet;
  const worksheet = workbook.addWorksheet(name, state ? { state } : {});
  if (excelTable !== undefined) {
    worksheet.addTable({
      name: excelTable,
      ref: "A1",
      headerRow: true,
      columns: rows[0]!.map((header) => ({
        name: typeof header === "string" ? header : "",
        filterButton: true,
      })),
      rows: rows.slice(1).map(() => rows[0]!.map(() => null)),
    });
  }
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) fill(worksheet.getCell(row + 1, column + 1), value);
  for (const area of merge) worksheet.mergeCells(area);
  for (const row of hiddenRows) worksheet.getRow(row).hidden = true;
  for (const address of struck) worksheet.getCell(address).font = { strike: true };
  for (const column of hiddenColumns) worksheet.getColumn(column).hidden = true;
}

/** The bytes of a case's workbook. */
export async function caseBytes({ sheets }: CaseInput): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, sheet] of Object.entries(sheets))
    addSheet(workbook, name, "rows" in sheet ? sheet : { rows: sheet });
  return bytesOfBook(workbook);
}

export interface OpenCase {
  readonly snapshot: Snapshot;
  readonly package: WorkbookPackage;
}

/** Reads a workbook and the usage files beside it as `bill` does. */
export async function openCase(
  bytes: Uint8Array,
  files: readonly (readonly [name: string, text: string | Uint8Array])[] = [],
): Promise<OpenCase> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  const grids = files.map(([name, text]) => {
    const csv = readCsv(typeof text === "string" ? new TextEncoder().encode(text) : text, name);
    if (!csv.ok) throw new Error(csv.failure.message);
    return csv.grid;
  });
  const added = appendUsage(read.snapshot, grids);
  if (!added.ok) throw new Error(`${added.source}: ${added.reason}`);
  return { snapshot: added.value.snapshot, package: read.package };
}
