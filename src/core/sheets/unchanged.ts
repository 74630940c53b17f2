import { CellKind, type Grid, type Snapshot, type TableArea } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { viewCell } from "../schema/bind";
import { revealedColumns } from "./columnFit";
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

/** Whether a sheet already shows exactly what is planned: then nothing needs to be written. */
export function isUnchanged({ rows }: PlannedSheet, grid: Grid | undefined): boolean {
  if (!grid || grid.rowCount > rows.length) return false;
  return rows.every((row, index) => sameRow(row, grid, index));
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
export function rowsBelow(planned: PlannedSheet, { grids, tables }: Snapshot): AppendedRows | undefined {
  const grid = grids.find(({ sheet }) => sheet.toLowerCase() === planned.name.toLowerCase());
  if (!grid || !tables.some((table) => isWholeTable(table, planned, grid))) return undefined;
  const { rowCount: firstRow } = grid;
  const { rows, heights = new Map<number, number>() } = planned;
  if (rows.length <= firstRow || revealedColumns(planned, grid).length > 0) return undefined;
  for (let row = 0; row < firstRow; row++) if (!sameRow(rows[row]!, grid, row)) return undefined;
  const heightsBelow = new Map([...heights].filter(([row]) => row >= firstRow));
  return {
    sheet: grid.sheet,
    firstRow,
    rows: rows.slice(firstRow),
    hasOwnLook: true,
    ...(heightsBelow.size > 0 && { heights: heightsBelow }),
  };
}
