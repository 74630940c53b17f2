import { nameKey } from "../base/name";
import type { Grid, Snapshot } from "../grid/grid";
import { SHEET_KEY, type Mapping } from "./mapping";
import { matchName, namesOf, titleKey, type NameMatch } from "./sheetNames";
import type { TableDefinition } from "./table";
import { viewCell } from "./viewCell";

/** How far down a header row is looked for. */
export const HEADER_ROWS = 20;

/** Where a table may be. */
export interface Area {
  readonly grid: Grid;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** An Excel table says itself where its header is: in its first row. */
  readonly startsAtHeader: boolean;
}

export function wholeSheet(grid: Grid): Area {
  const lastColumn = grid.columns.length - 1;
  return { grid, firstRow: 0, lastRow: grid.rowCount - 1, firstColumn: 0, lastColumn, startsAtHeader: false };
}

/** The Excel tables, then the sheets, whose names match in one of these ways. */
export function areasNamed(
  titles: ReadonlySet<string>,
  snapshot: Snapshot,
  ways: readonly NameMatch[] = ["plain"],
): Area[] {
  const isNamed = (name: string) => ways.includes(matchName(name, titles));
  const tables = snapshot.tables.flatMap((table) => {
    const grid = snapshot.grids.find(({ sheet }) => sheet === table.sheet);
    if (!grid || !isNamed(table.name)) return [];
    // A table may say that it goes on where its sheet has no cells, to column XFD: nothing is there to be looked at.
    const lastColumn = Math.max(table.firstColumn, Math.min(table.lastColumn, grid.columns.length - 1));
    return [{ ...table, lastColumn, grid, startsAtHeader: true }];
  });
  const sheets = snapshot.grids
    .filter((grid) => isNamed(grid.sheet) && grid.rowCount > 0)
    .filter((grid) => !tables.some((table) => table.grid === grid))
    .map((grid) => wholeSheet(grid));
  return [...tables, ...sheets];
}

/** The sheet or Excel table that the user has chosen, as long as it is there. */
export function chosenArea(snapshot: Snapshot, mapping: Mapping): Area | undefined {
  const choice = mapping.get(SHEET_KEY);
  return choice === undefined ? undefined : areasNamed(new Set([titleKey(choice)]), snapshot)[0];
}

/** Whether an area that bears the name of two tables is this one. */
function isTold(
  { toldBy }: TableDefinition,
  { grid, firstRow, firstColumn, lastRow, lastColumn }: Area,
): boolean {
  if (!toldBy) return true;
  const key = nameKey("with" in toldBy ? toldBy.with : toldBy.without);
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + HEADER_ROWS - 1); row++) {
    for (let column = firstColumn; column <= lastColumn; column++)
      if (nameKey(viewCell(grid, row, column).text) === key) return "with" in toldBy;
  }
  return "without" in toldBy;
}

/** What the user has chosen, as long as it is there, else whatever has one of the definition's names, its title first. */
export function areasOf(definition: TableDefinition, snapshot: Snapshot, mapping: Mapping): Area[] {
  const chosen = chosenArea(snapshot, mapping);
  if (chosen) return [chosen];
  const areas = areasNamed(namesOf(definition), snapshot).filter((area) => isTold(definition, area));
  const isTitled = ({ grid }: Area) => titleKey(grid.sheet) === titleKey(definition.title);
  // An Excel table goes before a sheet, and among sheets the title before a synonym.
  return areas.sort(
    (a, b) =>
      Number(b.startsAtHeader) - Number(a.startsAtHeader) || Number(isTitled(b)) - Number(isTitled(a)),
  );
}
