import type { PlannedRow, PlannedRows } from "./plan";

/** Rows that are made in one go. */
const ROWS_AT_ONCE = 256;

/** All rows, one after the other, in groups of some hundreds. */
export function* rowGroups(rows: PlannedRows): Generator<readonly PlannedRow[]> {
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    yield rows.slice(first, Math.min(first + ROWS_AT_ONCE, rows.length));
}

/** As an array, for those who write a few. */
export function allRows(rows: PlannedRows): readonly PlannedRow[] {
  return rows.slice(0, rows.length);
}

/** Cells in the longest of some rows. */
export function widthOfRows(rows: PlannedRows): number {
  if (rows.width !== undefined) return rows.width;
  let width = 0;
  for (const group of rowGroups(rows)) for (const row of group) width = Math.max(width, row.length);
  return width;
}
