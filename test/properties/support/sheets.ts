import { CellKind, type Grid, type Snapshot, type TableArea } from "../../../src/core/grid/grid";
import { GridBuilder } from "../../../src/core/grid/gridBuilder";

/** A cell as a test writes it; a date is its serial, a percent its fraction. */
export type Cell =
  | string
  | number
  | boolean
  | undefined
  | { readonly date: number }
  | { readonly percent: number }
  | { readonly error: string };

function write(builder: GridBuilder, row: number, column: number, cell: Cell): void {
  if (cell === undefined) return;
  if (typeof cell === "string") builder.text(row, column, cell);
  else if (typeof cell === "number") builder.number(row, column, cell);
  else if (typeof cell === "boolean") builder.boolean(row, column, cell);
  else if ("date" in cell) builder.number(row, column, cell.date, CellKind.date);
  else if ("percent" in cell) builder.number(row, column, cell.percent, CellKind.percent);
  else builder.error(row, column, cell.error);
}

export function sheet(name: string, rows: readonly (readonly Cell[])[]): Grid {
  const builder = new GridBuilder(name);
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) write(builder, row, column, cell);
  }
  return builder.build();
}

/** A workbook of these sheets as a reader hands it over. */
export function workbook(grids: readonly Grid[], tables: readonly TableArea[] = []): Snapshot {
  return { grids, tables, date1904: false, pictures: [] };
}
