import { CellKind, GridBuilder, type Grid, type Snapshot } from "../../../src/core/api";
import type { WrittenRow } from "./documents";

/** What becomes of a row of a written sheet: other values in some of its cells, or nothing at all. */
export type RowChange = (
  row: WrittenRow,
) => Readonly<Record<string, string | number>> | "deleted" | undefined;

interface Copied {
  readonly grid: Grid;
  readonly builder: GridBuilder;
}

function textAt({ columns }: Grid, row: number, column: number): string {
  const cells = columns[column];
  return cells?.kinds[row] === CellKind.text ? (cells.texts.at(cells.values[row] ?? 0) ?? "") : "";
}

function copyCell({ grid, builder }: Copied, from: number, to: number, column: number): void {
  const cells = grid.columns[column];
  const kind = cells?.kinds[from] ?? CellKind.blank;
  if (kind === CellKind.text) builder.text(to, column, textAt(grid, from, column));
  else if (kind !== CellKind.blank) builder.number(to, column, cells?.values[from] ?? 0, kind as CellKind);
}

function valuesOf(grid: Grid, headers: readonly string[], row: number): WrittenRow {
  return Object.fromEntries(
    headers.map((header, column) => {
      const cells = grid.columns[column];
      const kind = cells?.kinds[row] ?? CellKind.blank;
      if (kind === CellKind.blank) return [header, ""];
      return [header, kind === CellKind.text ? textAt(grid, row, column) : (cells?.values[row] ?? 0)];
    }),
  );
}

function edited(grid: Grid, change: RowChange): Grid {
  const builder = new GridBuilder(grid.sheet);
  const headers = grid.columns.map((_, column) => textAt(grid, 0, column));
  let to = 0;
  for (let row = 0; row < grid.rowCount; row++) {
    const changed = row === 0 ? undefined : change(valuesOf(grid, headers, row));
    if (changed === "deleted") continue;
    for (const [column, header] of headers.entries()) {
      const value = changed?.[header];
      if (value === undefined) copyCell({ grid, builder }, row, to, column);
      else if (typeof value === "string") builder.text(to, column, value);
      else builder.number(to, column, value);
    }
    to++;
  }
  return builder.build();
}

/** A book in which somebody typed over rows of a sheet, or deleted them. */
export function editBook(book: Snapshot, sheet: string, change: RowChange): Snapshot {
  const grids = book.grids.map((grid) => (grid.sheet === sheet ? edited(grid, change) : grid));
  const rowCount = grids.find((grid) => grid.sheet === sheet)?.rowCount ?? 1;
  const tables = book.tables.map((table) =>
    table.sheet === sheet ? { ...table, lastRow: Math.max(rowCount - 1, table.firstRow + 1) } : table,
  );
  return { ...book, grids, tables };
}
