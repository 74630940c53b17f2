import { CellKind, type Grid, type Snapshot, type TableArea } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { viewCell } from "../schema/bind";
import { revealedColumns } from "./columnFit";
import { sheetNamed } from "./outputSheet";
import type { AppendedRows, PlannedCell, PlannedRow, PlannedSheet } from "./plan";

function sameValue(
  planned: PlannedCell | null | undefined,
  grid: Grid,
  row: number,
  column: number,
): boolean {
  const cell = viewCell(grid, row, column);
  const value = planned?.value;
  if (value === undefined || value === "")
    return cell.kind === CellKind.blank || (cell.kind === CellKind.text && cell.text === "");
  if (typeof value === "boolean") return cell.kind === CellKind.boolean && cell.number === (value ? 1 : 0);
  if (typeof value === "string")
    return (cell.kind === CellKind.text || cell.kind === CellKind.error) && cell.text === value;
  const number = value instanceof Decimal ? value.toNumber() : value;
  const isNumber =
    cell.kind === CellKind.number || cell.kind === CellKind.date || cell.kind === CellKind.percent;
  return isNumber && cell.number === number;
}

function sameRow(planned: PlannedRow, grid: Grid, row: number): boolean {
  const width = Math.max(planned.length, grid.columns.length);
  for (let column = 0; column < width; column++)
    if (!sameValue(planned[column], grid, row, column)) return false;
  return true;
}

/** How many rows of a sheet from its first on say what is planned. */
function sameRows({ rows }: PlannedSheet, grid: Grid): number {
  const other = rows.findIndex((row, index) => !sameRow(row, grid, index));
  return other < 0 ? rows.length : other;
}

/** Whether a sheet already shows exactly what is planned: then nothing needs to be written. */
export function isUnchanged(planned: PlannedSheet, grid: Grid | undefined): boolean {
  const { length } = planned.rows;
  return grid !== undefined && grid.rowCount <= length && sameRows(planned, grid) === length;
}

/** Whether a table of the workbook is all of a sheet, and has the columns that are planned. */
function isWholeTable(
  { sheet, firstRow, lastRow, firstColumn, lastColumn }: TableArea,
  { table }: PlannedSheet,
  grid: Grid,
): boolean {
  if (table === undefined || sheet.toLowerCase() !== grid.sheet.toLowerCase()) return false;
  const isAll = firstRow === table.headerRow && lastRow === grid.rowCount - 1 && firstColumn === 0;
  return isAll && lastColumn === table.columns.length - 1;
}

/**
 * The planned rows below those of a sheet, where all of these say what is planned and its table is one to grow: they are
 * added, and what stands above is left as it is, with all that people made of it. Undefined where the sheet has to be
 * written whole; a column that was empty so far may be hidden, and would have to be shown.
 */
function rowsBelow(planned: PlannedSheet, grid: Grid, tables: Snapshot["tables"]): AppendedRows | undefined {
  if (!tables.some((table) => isWholeTable(table, planned, grid))) return undefined;
  if (revealedColumns(planned, grid).length > 0) return undefined;
  const { rowCount: firstRow } = grid;
  const { rows, heights = new Map<number, number>() } = planned;
  const heightsBelow = new Map([...heights].filter(([row]) => row >= firstRow));
  return {
    sheet: grid.sheet,
    firstRow,
    rows: rows.slice(firstRow),
    hasOwnLook: true,
    ...(heightsBelow.size > 0 && { heights: heightsBelow }),
  };
}

/** What of a sheet has to be written: nothing, rows below those that it has, or all of it. */
export type SheetChange = "nothing" | "all" | AppendedRows;

/** Compares a planned sheet with that of the workbook; one that `keepsRows` may be left as it is above its new rows. */
export function sheetChange(planned: PlannedSheet, snapshot: Snapshot, keepsRows: boolean): SheetChange {
  const grid = sheetNamed(snapshot, planned.name);
  if (!grid || grid.rowCount > planned.rows.length) return "all";
  const same = sameRows(planned, grid);
  if (same === planned.rows.length) return "nothing";
  const below = keepsRows && same >= grid.rowCount ? rowsBelow(planned, grid, snapshot.tables) : undefined;
  return below ?? "all";
}
