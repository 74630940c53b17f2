import type { TableArea } from "../../core/api";
import type { GoogleChart, GoogleServices, GoogleSheet } from "./api";
import { blockBefore, putBlockBack, type BlockBefore } from "./cellBlocks";
import { plannedCharts } from "./charts";
import { serialReader } from "./readBook";
import { putTable, readTables, removeTables } from "./tables";

/** An area of merged cells, counted from 1 as Google counts. */
interface Merged {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet as it was before a write: what the write can change of it. */
export interface SheetBefore {
  readonly name: string;
  readonly index: number;
  readonly cells: BlockBefore;
  readonly merges: readonly Merged[];
  readonly charts: readonly GoogleChart[];
  readonly tables: readonly TableArea[];
}

export function sheetBefore(sheet: GoogleSheet, services: GoogleServices): SheetBefore {
  const cells = blockBefore(sheet, serialReader(services));
  const merged = cells.rows === 0 ? [] : sheet.getRange(1, 1, cells.rows, cells.columns).getMergedRanges();
  const name = sheet.getName();
  return {
    name,
    index: sheet.getIndex() - 1,
    cells,
    merges: merged.map((range) => ({
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    })),
    charts: plannedCharts(sheet),
    tables: readTables(services.spreadsheet).filter((table) => table.sheet === name),
  };
}

/** Takes everything away that a plan has put on a sheet, or is about to replace. */
export function clearSheet(sheet: GoogleSheet, { spreadsheet }: GoogleServices): void {
  for (const chart of plannedCharts(sheet)) sheet.removeChart(chart);
  removeTables(spreadsheet, sheet);
  const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  all.breakApart();
  all.clearDataValidations();
  sheet.clear();
}

/** Puts a sheet back to what it was; one that is gone is made anew in its place. */
export function putSheetBack(before: SheetBefore, services: GoogleServices): void {
  const { spreadsheet } = services;
  const known = spreadsheet.getSheets().find((sheet) => sheet.getName() === before.name);
  const sheet = known ?? spreadsheet.insertSheet(before.name, before.index);
  clearSheet(sheet, services);
  putBlockBack(sheet, before.cells);
  for (const { row, column, rows, columns } of before.merges)
    sheet.getRange(row, column, rows, columns).merge();
  for (const chart of before.charts) sheet.insertChart(chart);
  for (const table of before.tables) putTable(spreadsheet, sheet, table);
}
