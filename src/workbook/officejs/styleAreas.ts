import type { CellStyle, PlannedRow } from "../../core/api";
import { widthOf } from "../port/typed";

/** Cells of one style that form a rectangle, so that it is set by one call. */
export interface StyleArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly style: CellStyle;
}

/** Runs of equal style down one column; looks are compared by content, since equal ones need not be one object. */
function runsOf(
  rows: readonly PlannedRow[],
  column: number,
  keyOf: (style: CellStyle) => string,
): StyleArea[] {
  const runs: StyleArea[] = [];
  let first = 0;
  for (let row = 0; row <= rows.length; row++) {
    const before = rows[first]?.[column]?.style;
    const style = rows[row]?.[column]?.style;
    if (row < rows.length && (style === before || (style && before && keyOf(style) === keyOf(before))))
      continue;
    if (before) runs.push({ row: first, column, rows: row - first, columns: 1, style: before });
    first = row;
  }
  return runs;
}

/** The styles of a block as few rectangles: runs down each column, joined with equal ones to their left. */
export function styleAreas(rows: readonly PlannedRow[]): StyleArea[] {
  const keys = new Map<CellStyle, string>();
  const keyOf = (style: CellStyle): string => {
    const key = keys.get(style) ?? JSON.stringify(style);
    keys.set(style, key);
    return key;
  };
  const width = widthOf(rows);
  const areas: StyleArea[] = [];
  let open = new Map<string, number>();
  for (let column = 0; column < width; column++) {
    const next = new Map<string, number>();
    for (const run of runsOf(rows, column, keyOf)) {
      const key = `${String(run.row)}|${String(run.rows)}|${keyOf(run.style)}`;
      const left = open.get(key);
      if (left === undefined) next.set(key, areas.push(run) - 1);
      else {
        areas[left] = { ...areas[left]!, columns: areas[left]!.columns + 1 };
        next.set(key, left);
      }
    }
    open = next;
  }
  return areas;
}
