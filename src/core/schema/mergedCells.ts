import { CellKind, type GridColumn, type MergedArea, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { refOf, type BoundTable } from "./boundTable";
import { isFigureKind, shownText } from "./column";
import { viewCell } from "./viewCell";

/** A column that can be written into, with room down to a row. */
export function copyOf(column: GridColumn, lastRow: number): GridColumn {
  const size = Math.max(column.kinds.length, lastRow + 1);
  const kinds = new Uint8Array(size);
  const values = new Float64Array(size);
  kinds.set(column.kinds);
  values.set(column.values);
  return { ...column, kinds, values };
}

/** Gives the value of an area's first cell to all rows of the area. */
export function fill({ kinds, values }: GridColumn, { firstRow, lastRow }: MergedArea): void {
  kinds.fill(kinds[firstRow]!, firstRow, lastRow + 1);
  values.fill(values[firstRow]!, firstRow, lastRow + 1);
}

/**
 * A table whose merged cells are taken apart: an id, name, plan, meter or date counts for each row of its area; a
 * figure does not, since it may stand for all rows together: its rows are reported where they are read.
 */
export function spreadMergedCells(bound: BoundTable, snapshot: Snapshot, report: Report): BoundTable {
  const { grid, firstRow, lastRow } = bound;
  const areas = (snapshot.merges ?? []).filter(
    (area) =>
      area.sheet === grid.sheet &&
      area.firstRow < area.lastRow &&
      area.firstRow >= firstRow &&
      area.lastRow <= lastRow,
  );
  if (areas.length === 0) return bound;
  const fieldOf = new Map([...bound.columnOf].map(([field, column]) => [column, field]));
  const columns = [...grid.columns];
  const copied = new Set<number>();
  const mergedFigures = new Map<number, Set<string>>();
  for (const area of areas) {
    const field = fieldOf.get(area.firstColumn);
    const cell = viewCell(grid, area.firstRow, area.firstColumn);
    if (field === undefined || cell.kind === CellKind.blank) continue;
    const column = bound.definition.columns[field]!;
    if (!isFigureKind(column.kind)) {
      if (!copied.has(area.firstColumn))
        columns[area.firstColumn] = copyOf(columns[area.firstColumn]!, lastRow);
      copied.add(area.firstColumn);
      fill(columns[area.firstColumn]!, area);
      const at = refOf(bound, area.firstRow, area.firstColumn);
      report(makeIssue("MERGED_CELLS", { at, value: shownText(cell), words: { column: column.title } }));
      continue;
    }
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      const fields = mergedFigures.get(row) ?? new Set<string>();
      mergedFigures.set(row, fields.add(field));
    }
  }
  return { ...bound, grid: { ...grid, columns }, mergedFigures };
}
