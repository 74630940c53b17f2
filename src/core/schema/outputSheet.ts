import { nameKey } from "../base/name";
import type { Grid, Snapshot } from "../grid/grid";
import { HEADER_ROWS, wholeSheet } from "./areas";
import { SHEET_KEY, type Mapping } from "./mapping";
import type { TableDefinition } from "./table";
import { viewCell } from "./viewCell";

/** Whether a sheet holds an output table as a run writes it: at least half of its columns are there. */
export function holdsOutput(grid: Grid, { columns }: TableDefinition): boolean {
  const titles = Object.values(columns).map(({ title }) => nameKey(title));
  const { lastColumn, lastRow } = wholeSheet(grid);
  for (let row = 0; row <= Math.min(lastRow, HEADER_ROWS - 1); row++) {
    const headers = new Set<string>();
    for (let column = 0; column <= lastColumn; column++)
      headers.add(nameKey(viewCell(grid, row, column).text));
    if (titles.filter((title) => headers.has(title)).length * 2 >= titles.length) return true;
  }
  return false;
}

/**
 * The sheet to write an output table on: its own, unless somebody's sheet bears that name; then a free one beside it,
 * Issues (2), which the next run finds again.
 */
export function outputSheetName(table: TableDefinition, { grids }: Pick<Snapshot, "grids">): string {
  const named = new Map(grids.map((grid) => [grid.sheet.toLowerCase(), grid]));
  for (let number = 1; ; number++) {
    const name = number === 1 ? table.title : `${table.title} (${String(number)})`;
    const grid = named.get(name.toLowerCase());
    if (!grid || grid.rowCount === 0 || holdsOutput(grid, table)) return name;
  }
}

/** Where an output table is read again: on the sheet that it is written on, if that is beside somebody's. */
export function outputMapping(table: TableDefinition, snapshot: Snapshot): Mapping {
  const name = outputSheetName(table, snapshot);
  return name === table.title ? new Map() : new Map([[SHEET_KEY, name]]);
}
