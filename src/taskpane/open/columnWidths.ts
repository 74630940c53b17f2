import type { Grid } from "../../core/api";
import { cellText } from "./cellText";

const WIDTHS = { least: 64, most: 240, character: 6.5, padding: 14, sample: 60, leastHead: 28 } as const;

/** Wide enough for what stands in its header and in rows all over the sheet, within reason. */
function columnWidth(grid: Grid, column: number): number {
  const count = Math.min(grid.rowCount, WIDTHS.sample);
  const texts = Array.from({ length: count }, (_, index) =>
    cellText(grid, Math.floor((index * grid.rowCount) / count), column, String),
  );
  const longest = Math.max(0, ...texts.map(({ text }) => text.length));
  return Math.round(
    Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest * WIDTHS.character + WIDTHS.padding)),
  );
}

/** Pixels of the columns, and of the row numbers before them, which are as wide as the last of them needs. */
export interface Widths {
  readonly head: number;
  readonly columns: readonly number[];
  readonly all: number;
}

export function widthsOf(grid: Grid, rowCount: number): Widths {
  const count = Math.max(grid.columns.length, 6);
  const columns = Array.from({ length: count }, (_, column) => columnWidth(grid, column));
  const digits = String(rowCount).length;
  const head = Math.max(WIDTHS.leastHead, Math.ceil(digits * WIDTHS.character + WIDTHS.padding));
  return { head, columns, all: columns.reduce((sum, width) => sum + width, head) };
}

/** Of a column that is not there yet. */
export const LEAST_WIDTH = WIDTHS.least;
