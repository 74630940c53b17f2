import { CellKind, type Grid, type MergedArea, type Snapshot } from "../grid/grid";
import { HEADER_ROWS } from "./areas";
import { copyOf, fill } from "./mergedCells";
import { viewCell } from "./viewCell";

/** Headers that are merged downwards, beside one that is merged over several columns of the line below it. */
function mergedHeaders(grid: Grid, merges: readonly MergedArea[]): MergedArea[] {
  const above = merges.filter((area) => area.sheet === grid.sheet && area.firstRow < HEADER_ROWS);
  const isText = ({ firstRow, firstColumn }: MergedArea) =>
    viewCell(grid, firstRow, firstColumn).kind === CellKind.text;
  const groups = above.filter(
    (area) => area.firstRow === area.lastRow && area.firstColumn < area.lastColumn && isText(area),
  );
  return above.filter(
    (area) =>
      area.firstRow < area.lastRow &&
      area.lastRow < grid.rowCount &&
      area.firstColumn === area.lastColumn &&
      isText(area) &&
      groups.some(({ firstRow }) => firstRow === area.firstRow),
  );
}

/** A workbook in which the lower line of a header of two lines has the headers that are merged over both. */
export function withSplitHeaders(snapshot: Snapshot): Snapshot {
  const { merges = [] } = snapshot;
  if (merges.length === 0) return snapshot;
  const grids = snapshot.grids.map((grid): Grid => {
    const merged = mergedHeaders(grid, merges);
    if (merged.length === 0) return grid;
    const columns = [...grid.columns];
    for (const area of merged) {
      const column = copyOf(columns[area.firstColumn]!, area.lastRow);
      fill(column, area);
      columns[area.firstColumn] = column;
    }
    return { ...grid, columns };
  });
  return { ...snapshot, grids };
}
