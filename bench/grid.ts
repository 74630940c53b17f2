import { CellKind, GridBuilder, type Grid } from "../src/core/api";

/** A text, a figure or a day by its serial. */
export type Cell = string | number | { readonly day: number };

/** A sheet of rows, the first of which is its header. */
export function gridOf(name: string, rows: Iterable<readonly Cell[]>): Grid {
  const builder = new GridBuilder(name);
  let row = 0;
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === "string") builder.text(row, column, cell);
      else if (typeof cell === "number") builder.number(row, column, cell);
      else builder.number(row, column, cell.day, CellKind.date);
    }
    row++;
  }
  return builder.build();
}
