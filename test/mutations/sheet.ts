import { Decimal, parseIsoDay, type Grid, type PlannedCell, type Snapshot } from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";

/** A cell: a day is a date cell, a percent one with a percent format, a money one with the format of a currency. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly percent: number }
  | { readonly money: number; readonly format: string };

/** A sheet that mutations change in place. */
export interface Sheet {
  name: string;
  /** The table that it is; undefined for a sheet that is none. */
  readonly table: string | undefined;
  rows: Cell[][];
  /** The row of the header in `rows`. */
  headerRow: number;
  /** What each column means, whatever its header says now; empty for nothing. */
  titles: string[];
  merges: string[];
  /** Rows that are hidden or have a line through them; nobody can tell whether they are meant to count. */
  hidden: Cell[][];
  struck: Cell[][];
}

export type Tables = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** The sheets of a book; "Usage Oct" is a sheet of the table Usage. */
export function sheetsOf(tables: Tables): Sheet[] {
  return Object.entries(tables).map(([name, rows]) => ({
    name,
    table: name.startsWith("Usage") ? "Usage" : name,
    rows: rows.map((row) => [...row]),
    headerRow: 0,
    titles: rows[0]!.map(String),
    merges: [],
    hidden: [],
    struck: [],
  }));
}

export const columnOf = ({ titles }: Sheet, title: string): number => titles.indexOf(title);

/** The rows of data, without the header and what is above it. */
export const dataRows = ({ rows, headerRow }: Sheet): Cell[][] => rows.slice(headerRow + 1);

/** Puts a column before another, or behind the last. */
export function insertColumn(sheet: Sheet, at: number, title: string, cells: readonly Cell[]): void {
  sheet.titles.splice(at, 0, "");
  for (const [index, row] of sheet.rows.entries()) {
    while (row.length < at) row.push(null);
    const offset = index - sheet.headerRow;
    row.splice(at, 0, offset < 0 ? null : offset === 0 ? title : (cells[offset - 1] ?? null));
  }
}

function planned(cell: Cell | undefined): PlannedCell | null {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "string") return { value: cell };
  if (typeof cell === "number") return { value: new Decimal(cell) };
  if ("day" in cell) return { value: parseIsoDay(cell.day)!, style: { format: "yyyy-mm-dd" } };
  if ("percent" in cell) return { value: new Decimal(cell.percent), style: { format: "0%" } };
  return { value: new Decimal(cell.money), style: { format: cell.format } };
}

/** A sheet as it is read, with its rows hidden and struck out. */
function withUnseen(grid: Grid, { rows, hidden, struck }: Sheet): Grid {
  const flags = (marked: readonly Cell[][]) =>
    Uint8Array.from({ length: grid.rowCount }, (_, row) => (marked.includes(rows[row]!) ? 1 : 0));
  return {
    ...grid,
    ...(hidden.length > 0 ? { hidden: flags(hidden) } : {}),
    columns:
      struck.length > 0 ? grid.columns.map((column) => ({ ...column, struck: flags(struck) })) : grid.columns,
  };
}

/** The sheets written as a file and read as `bill` reads one. */
export async function snapshotOf(sheets: readonly Sheet[]): Promise<Snapshot> {
  const plan = sheets.map(({ name, rows, merges }) => ({
    name,
    rows: rows.map((row) => row.map(planned)),
    widths: [],
    merges,
  }));
  const bytes = applyPlan(emptyPackage(), { sheets: plan, removedSheets: [], appended: [] });
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const grids = reading.snapshot.grids.map((grid) =>
    withUnseen(
      grid,
      sheets.find(({ name }) => name === grid.sheet)!,
    ),
  );
  return { ...reading.snapshot, grids };
}
