import { nameKey } from "../base/name";
import { invoicesTable } from "../documents/invoices.table";
import type { Grid, Snapshot } from "../grid/grid";
import { wholeSheet } from "../schema/areas";
import { HEADER_ROWS } from "../schema/header";
import { viewCell } from "../schema/viewCell";
import { controlTotalsOutput } from "../sheets/controlTotalsSheet";
import { linesOutput } from "../sheets/invoiceLinesSheet";
import { issuesOutput } from "../sheets/issuesSheet";
import { reconciliationOutput } from "../sheets/reconciliationSheet";
import { runLogOutput } from "../sheets/runLog";

/** Titles of the columns of every table that a run writes, by the name of its sheet. */
const outputs: ReadonlyMap<string, readonly string[]> = new Map([
  [invoicesTable.title, Object.values(invoicesTable.columns).map(({ title }) => title)],
  ...[linesOutput, reconciliationOutput, controlTotalsOutput, issuesOutput, runLogOutput].map(
    ({ sheet, columns }) =>
      [sheet, (columns as readonly { title: string }[]).map(({ title }) => title)] as const,
  ),
]);

/** Our name, also where it is written beside a sheet of the user: Issues (2). */
function outputName(sheet: string): string {
  return sheet.replace(/ \(\d+\)$/, "");
}

/** Whether a sheet is one that a run has written: its name is ours, and at least half of the columns are there. */
export function isOutputSheet(grid: Grid): boolean {
  const titles = outputs.get(outputName(grid.sheet));
  if (!titles) return false;
  const { lastColumn, lastRow } = wholeSheet(grid);
  for (let row = 0; row <= Math.min(lastRow, HEADER_ROWS - 1); row++) {
    const headers = new Set<string>();
    for (let column = 0; column <= lastColumn; column++)
      headers.add(nameKey(viewCell(grid, row, column).text));
    if (titles.filter((title) => headers.has(nameKey(title))).length * 2 >= titles.length) return true;
  }
  return false;
}

/**
 * The sheet to write an output table on: its own, unless somebody's sheet bears that name; then a free one beside it,
 * Issues (2), which the next run finds again.
 */
export function outputSheetName(sheet: string, snapshot: Pick<Snapshot, "grids">): string {
  const named = new Map(snapshot.grids.map((grid) => [grid.sheet.toLowerCase(), grid]));
  for (let number = 1; ; number++) {
    const name = number === 1 ? sheet : `${sheet} (${String(number)})`;
    const grid = named.get(name.toLowerCase());
    if (!grid || grid.rowCount === 0 || isOutputSheet(grid)) return name;
  }
}
