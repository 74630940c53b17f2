import {
  isWholeColumns,
  isWholeRows,
  lastColumnOf,
  lastRowOf,
  MAX_COLUMNS,
  MAX_ROWS,
  overlap,
  type Area,
} from "./area";
import type { CellChange } from "./change";
import { fault } from "./fault";
import { checkMergesWhole, checkNotFiltered, checkOpen } from "./guards";
import type { Sheet } from "./sheet";
import { plainStyle } from "./style";
import { areaOf, headerOf } from "./table";
import { removeWhere, type Workbook } from "./workbook";

type Axis = "row" | "column";

/** Cells that move along an axis: those at `at` and after, of the rows or columns from `from` to `to`. */
interface Move {
  readonly axis: Axis;
  readonly at: number;
  /** Negative where cells are deleted. */
  readonly by: number;
  readonly from: number;
  readonly to: number;
}

/** Makes room at an area; what was there moves down or to the right. */
export function insertCells(book: Workbook, sheet: Sheet, area: Area, axis: Axis): void {
  prepare(book, sheet, area, axis, "Insert");
  if (sheet.grid.isFullAtEnd(area, axis)) throw fault("NonBlankCellOffSheet");
  if (axis === "row") sheet.grid.insertRows(area);
  else sheet.grid.insertColumns(area);
  moveTracked(sheet, moveOf(area, axis, 1));
  if (axis === "row") styleLikeAbove(sheet, area);
  book.notify({ kind: "cells", sheet, area, how: howOf(area, axis, "Inserted") });
}

/** Takes an area out; what is below or to the right moves in. */
export function deleteCells(book: Workbook, sheet: Sheet, area: Area, axis: Axis): void {
  prepare(book, sheet, area, axis, "Delete");
  for (const table of book.tables.filter((candidate) => candidate.sheet === sheet && axis === "row")) {
    const whole = areaOf(table);
    const isGone = area.row <= whole.row && lastRowOf(area) >= lastRowOf(whole);
    const losesHeader = table.showHeaders && overlap(area, headerOf(table)) && !isGone;
    if (losesHeader) throw fault("InvalidOperation", `the header of ${table.name} cannot be deleted`);
  }
  if (axis === "row") sheet.grid.deleteRows(area);
  else sheet.grid.deleteColumns(area);
  moveTracked(sheet, moveOf(area, axis, -1));
  removeWhere(sheet.merges, (merge) => merge.area === undefined);
  removeWhere(book.tables, (table) => table.sheet === sheet && table.tracked.area === undefined);
  book.notify({ kind: "cells", sheet, area, how: howOf(area, axis, "Deleted") });
}

function prepare(book: Workbook, sheet: Sheet, area: Area, axis: Axis, act: "Insert" | "Delete"): void {
  const isWhole = axis === "row" ? isWholeRows(area) : isWholeColumns(area);
  checkOpen(sheet, isWhole ? `allow${act}${axis === "row" ? "Rows" : "Columns"}` : undefined);
  if (isWhole) return;
  const zone =
    axis === "row" ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column };
  checkMergesWhole(sheet, zone);
  const tables = book.tables.filter((table) => table.sheet === sheet);
  const isCut = tables.some((table) => {
    const tableArea = areaOf(table);
    if (!overlap(tableArea, zone)) return false;
    return axis === "row"
      ? tableArea.column < area.column || lastColumnOf(tableArea) > lastColumnOf(area)
      : tableArea.row < area.row || lastRowOf(tableArea) > lastRowOf(area);
  });
  if (isCut) throw fault("InsertDeleteConflict", "it would shift cells in a table");
  const filters = [sheet.autoFilter, ...tables.map(({ filter }) => filter)];
  checkNotFiltered(
    sheet,
    filters.map((filter) => (filter && filter.criteria.size > 0 ? filter.tracked.area : undefined)),
    zone,
  );
}

function moveOf(area: Area, axis: Axis, sign: 1 | -1): Move {
  return axis === "row"
    ? { axis, at: area.row, by: sign * area.rows, from: area.column, to: lastColumnOf(area) }
    : { axis, at: area.column, by: sign * area.columns, from: area.row, to: lastRowOf(area) };
}

function howOf(area: Area, axis: Axis, end: "Inserted" | "Deleted"): CellChange {
  if (axis === "row" && isWholeRows(area)) return `Row${end}`;
  return axis === "column" && isWholeColumns(area) ? `Column${end}` : `Cell${end}`;
}

function moveTracked(sheet: Sheet, move: Move): void {
  for (const tracked of sheet.tracked) if (tracked.area) tracked.area = moved(tracked.area, move);
}

function moved(area: Area, move: Move): Area | undefined {
  const isRow = move.axis === "row";
  const [crossFirst, crossLast] = isRow ? [area.column, lastColumnOf(area)] : [area.row, lastRowOf(area)];
  const isWhole = isRow ? isWholeColumns(area) : isWholeRows(area);
  if (isWhole || crossFirst < move.from || crossLast > move.to) return area;
  const span = isRow ? movedSpan(area.row, area.rows, move) : movedSpan(area.column, area.columns, move);
  if (!span) return undefined;
  const [start, length] = span;
  return isRow ? { ...area, row: start, rows: length } : { ...area, column: start, columns: length };
}

function movedSpan(start: number, length: number, { at, by }: Move): [number, number] | undefined {
  if (by > 0) {
    if (start >= at) return [start + by, length];
    return start + length > at ? [start, length + by] : [start, length];
  }
  const end = at - by;
  const lost = Math.max(0, Math.min(start + length, end) - Math.max(start, at));
  if (lost === length) return undefined;
  const first = start < at ? start : Math.max(at, start + by);
  return [first, length - lost];
}

/** New rows look like the row above them. */
function styleLikeAbove(sheet: Sheet, area: Area): void {
  if (area.row === 0) return;
  const above = { ...area, row: area.row - 1, rows: 1 };
  for (const { column, cell } of [...sheet.grid.cellsIn(above)]) {
    if (cell.style === plainStyle) continue;
    for (let row = area.row; row <= lastRowOf(area); row++) {
      sheet.grid.put(row, column, { value: "", style: cell.style });
    }
  }
}
