import { formatDay, type Snapshot } from "../../src/core/api";
import { CellKind, type Grid } from "../../src/core/grid/grid";

/** A row of a sheet by its headers: days are yyyy-mm-dd, blanks are left out. */
export type SheetRow = Readonly<Record<string, string | number>>;

function valueOf({ columns }: Grid, row: number, column: number): string | number | undefined {
  const cells = columns[column];
  const kind = cells?.kinds[row] ?? CellKind.blank;
  const value = cells?.values[row] ?? 0;
  if (kind === CellKind.blank) return undefined;
  if (kind === CellKind.text || kind === CellKind.error) return cells?.texts.at(value);
  return kind === CellKind.date ? formatDay(value) : value;
}

/** The rows of a sheet whose header is its first row. */
export function sheetRows({ grids }: Snapshot, sheet: string): readonly SheetRow[] {
  const grid = grids.find((each) => each.sheet === sheet);
  if (!grid) return [];
  const titles = grid.columns.map((_, column) => String(valueOf(grid, 0, column) ?? ""));
  return Array.from({ length: Math.max(0, grid.rowCount - 1) }, (_, index) =>
    Object.fromEntries(
      titles.flatMap((title, column) => {
        const value = valueOf(grid, index + 1, column);
        return value === undefined ? [] : [[title, value]];
      }),
    ),
  );
}
