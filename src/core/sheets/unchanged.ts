import { CellKind, type Grid } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { viewCell } from "../schema/bind";
import type { PlannedCell, PlannedSheet } from "./plan";

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

/** Whether a sheet already shows exactly what is planned: then nothing needs to be written. */
export function isUnchanged(planned: PlannedSheet, grid: Grid | undefined): boolean {
  if (!grid || grid.rowCount > planned.rows.length) return false;
  return planned.rows.every((row, rowIndex) => {
    const width = Math.max(row.length, grid.columns.length);
    for (let column = 0; column < width; column++)
      if (!sameValue(row[column], grid, rowIndex, column)) return false;
    return true;
  });
}
