import { CellKind, type Grid, type Snapshot } from "./grid";

function blanked(grid: Grid, rows: ReadonlySet<number>): Grid {
  const columns = grid.columns.map((column) => {
    const kinds = column.kinds.slice();
    for (const row of rows) if (row < kinds.length) kinds[row] = CellKind.blank;
    return { ...column, kinds };
  });
  return { ...grid, columns };
}

/** The workbook as if some rows of its sheets were empty; they keep their places. */
export function withoutRows(snapshot: Snapshot, rows: ReadonlyMap<string, ReadonlySet<number>>): Snapshot {
  if (rows.size === 0) return snapshot;
  const grids = snapshot.grids.map((grid) => {
    const own = rows.get(grid.sheet);
    return own && own.size > 0 ? blanked(grid, own) : grid;
  });
  return { ...snapshot, grids };
}
