import { CellKind, type CellRef, type Grid, type GridColumn, type Snapshot } from "./grid";

function blanked(column: GridColumn, rows: Iterable<number>): GridColumn {
  const kinds = column.kinds.slice();
  for (const row of rows) if (row < kinds.length) kinds[row] = CellKind.blank;
  return { ...column, kinds };
}

/** The workbook as if some rows of its sheets were empty; they keep their places. */
export function withoutRows(snapshot: Snapshot, rows: ReadonlyMap<string, ReadonlySet<number>>): Snapshot {
  if (rows.size === 0) return snapshot;
  const grids = snapshot.grids.map((grid): Grid => {
    const leftOut = rows.get(grid.sheet);
    return leftOut ? { ...grid, columns: grid.columns.map((column) => blanked(column, leftOut)) } : grid;
  });
  return { ...snapshot, grids };
}

/** The workbook as if some of its cells were empty. */
export function withoutCells(snapshot: Snapshot, cells: readonly CellRef[]): Snapshot {
  if (cells.length === 0) return snapshot;
  const grids = snapshot.grids.map((grid): Grid => {
    const emptied = cells.filter(({ sheet }) => sheet === grid.sheet);
    const rowsIn = (index: number) => emptied.flatMap(({ row, column }) => (column === index ? [row] : []));
    return emptied.length === 0
      ? grid
      : { ...grid, columns: grid.columns.map((column, index) => blanked(column, rowsIn(index))) };
  });
  return { ...snapshot, grids };
}
