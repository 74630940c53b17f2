import type { CellRef, Grid } from "../grid/grid";
import type { Issue } from "../issues/issue";
import type { Columns, TableDefinition } from "./table";

/** A table found in a workbook: which column of which sheet holds each of its fields. */
export interface BoundTable<C extends Columns = Columns> {
  readonly definition: TableDefinition<C>;
  readonly grid: Grid;
  readonly headerRow: number;
  /** First and last row of data, 0-based; last < first when there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** First and last column that belong to it: those of an Excel table, else of the whole sheet. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Sheet column by field. */
  readonly columnOf: ReadonlyMap<keyof C & string, number>;
  /** Headers that belong to no field, by sheet column: properties of usage, notes of the user. */
  readonly others: ReadonlyMap<number, string>;
  /** Those of them that mean a field too, which another column is read for. */
  readonly rivals: ReadonlyMap<number, keyof C & string>;
  /** Columns that could as well be a field, and say the same as its column in every row. */
  readonly agreeing?: ReadonlyMap<number, keyof C & string>;
  /** Fields that two columns could be and that are read from neither, with the issue to report. */
  readonly unsettled: ReadonlyMap<string, Issue>;
  /** Rows between the first and the last that are no data: totals, a second header line of units. */
  readonly skipped: ReadonlySet<number>;
  /** Fields of rows whose figure is in cells merged over several rows. */
  readonly mergedFigures: ReadonlyMap<number, ReadonlySet<string>>;
  /** Where a cell is, for a table that is made of several. */
  readonly origin?: (row: number, column: number) => CellRef;
}

/** A table whatever its columns. */
export function anyTable<C extends Columns>(bound: BoundTable<C>): BoundTable {
  return bound;
}

/** Where a cell of a table stands for the person who keeps it: in its sheet, or on a line of its file. */
export function refOf(bound: Pick<BoundTable, "grid" | "origin">, row: number, column: number): CellRef {
  if (bound.origin) return bound.origin(row, column);
  const { sheet, file } = bound.grid;
  return file ? { sheet, row, column, line: file.lines[row] ?? row + 1 } : { sheet, row, column };
}

/** The cell of a field of a row, for issues about it. */
export function cellOf<C extends Columns>(
  bound: BoundTable<C>,
  row: number,
  field: keyof C & string,
): CellRef {
  return refOf(anyTable(bound), row, bound.columnOf.get(field) ?? 0);
}
