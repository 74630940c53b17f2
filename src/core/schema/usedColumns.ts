import { remembered } from "../base/remembered";
import type { Grid } from "../grid/grid";
import type { BoundTable } from "./boundTable";

/**
 * The columns of a sheet in which anything stands, from left to right. A stray cell in XFD1048576 makes a sheet of a million
 * rows and 16,384 columns, of which nothing is to be looked at but a few: what goes through all rows goes through these.
 */
export const usedColumns = remembered(({ columns }: Grid): readonly number[] =>
  [...columns.keys()].filter((column) => columns[column]!.kinds.length > 0),
);

/** Those of a table. */
export const usedColumnsOf = remembered(({ grid, firstColumn, lastColumn }: BoundTable): readonly number[] =>
  usedColumns(grid).filter((column) => column >= firstColumn && column <= lastColumn),
);
