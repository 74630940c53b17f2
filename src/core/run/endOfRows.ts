import type { Grid } from "../grid/grid";
import { isBlankAt } from "../schema/viewCell";
import type { BoundTable } from "../schema/boundTable";
import type { Columns } from "../schema/table";

/** Where rows are added to a table. */
export interface EndOfRows {
  /** Behind the last row of data. */
  readonly end: number;
  /** Totals, notes or whatever else is below. */
  readonly hasRowsBelow: boolean;
}

/**
 * The row behind the last row of a table, and whether totals, notes or whatever else is below: in the `sheet` as it is,
 * where the cells of another table have been taken out of the grid of this one.
 */
export function endOfRows<C extends Columns>(table: BoundTable<C>, sheet: Grid = table.grid): EndOfRows {
  const { grid, columnOf, skipped, firstRow, lastRow } = table;
  const isWritten = (of: Grid, row: number, columns: Iterable<number>) =>
    [...columns].some((column) => !isBlankAt(of, row, column));
  let end = lastRow + 1;
  while (end > firstRow && (skipped.has(end - 1) || !isWritten(grid, end - 1, columnOf.values()))) end--;
  let below = end;
  while (below < sheet.rowCount && !isWritten(sheet, below, sheet.columns.keys())) below++;
  return { end, hasRowsBelow: below < sheet.rowCount };
}
