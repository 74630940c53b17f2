import { CellKind, type Snapshot } from "../grid/grid";
import { areasNamed, areasOf, HEADER_ROWS, wholeSheet, type Area } from "./areas";
import { missingFields, tableAt } from "./bind";
import { anyTable, type BoundTable } from "./boundTable";
import { findHeader, meanings, readHeader, type Header } from "./header";
import type { Mapping } from "./mapping";
import { spreadMergedCells } from "./mergedCells";
import { namesOf } from "./sheetNames";
import { findSkippedRows } from "./skippedRows";
import { viewCell } from "./viewCell";
import type { Columns, TableDefinition } from "./table";
import { unheard } from "../issues/issue";

/** A table as far as it is understood: some of its columns, and even required ones, may not be found. */
export interface LocatedTable<C extends Columns = Columns> extends BoundTable<C> {
  /** Required fields without a column. */
  readonly missing: readonly string[];
}

function textCount(area: Area, row: number): number {
  let count = 0;
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    if (viewCell(area.grid, row, column).kind === CellKind.text) count++;
  }
  return count;
}

/** Where headers are foreign, the row with the most texts is taken for the header: it is what a person maps. */
function widestRow(area: Area, understood: Header, keys: ReturnType<typeof meanings>): Header {
  if (area.startsAtHeader) return understood;
  let best = understood.row;
  const last = Math.min(area.firstRow + HEADER_ROWS - 1, area.lastRow);
  for (let row = area.firstRow; row <= last; row++) {
    if (textCount(area, row) > textCount(area, best)) best = row;
  }
  return best === understood.row ? understood : readHeader(area, best, keys);
}

function locateIn<C extends Columns>(
  definition: TableDefinition<C>,
  area: Area,
  snapshot: Snapshot,
  mapping: Mapping,
): LocatedTable<C> {
  const keys = meanings(definition, mapping);
  const understood = findHeader(area, keys);
  const isComplete = missingFields(definition, understood.columnOf).length === 0;
  const header = isComplete ? understood : widestRow(area, understood, keys);
  const found = tableAt(definition, area, header, snapshot);
  const spread = spreadMergedCells(anyTable(found), snapshot, unheard);
  const skipped = findSkippedRows(spread, unheard);
  const located = { ...spread, skipped, missing: missingFields(definition, header.columnOf) };
  return located as unknown as LocatedTable<C>;
}

/** Finds a table as bindTable does, and says what of it is missing where that gives up. */
export function locateTable<C extends Columns>(
  definition: TableDefinition<C>,
  snapshot: Snapshot,
  mapping: Mapping,
): LocatedTable<C> | undefined {
  const plain = areasOf(definition, snapshot, mapping);
  const [area] = plain.length > 0 ? plain : areasNamed(namesOf(definition), snapshot, ["beside"]);
  return area && locateIn(definition, area, snapshot, mapping);
}

/** The same for a second definition in the rows of a table already located, as bindSameRows does. */
export function locateInSameRows<C extends Columns>(
  definition: TableDefinition<C>,
  located: Pick<LocatedTable, "grid" | "headerRow" | "lastRow">,
  snapshot: Snapshot,
  mapping: Mapping,
): LocatedTable<C> {
  const { grid, headerRow: firstRow, lastRow } = located;
  const area = { ...wholeSheet(grid), firstRow, lastRow, startsAtHeader: true };
  return locateIn(definition, area, snapshot, mapping);
}

/** The header of a column of the table, as it is in the sheet. */
export function headerOf(bound: BoundTable, column: number): string {
  return viewCell(bound.grid, bound.headerRow, column).text.trim();
}

/** Rows of data with anything in a column that is understood; with no such column, with anything at all. */
export function countRows(bound: BoundTable): number {
  const columns = bound.grid.columns.filter(
    (_, index) => bound.columnOf.size === 0 || [...bound.columnOf.values()].includes(index),
  );
  let count = 0;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    if (
      !bound.skipped.has(row) &&
      columns.some(({ kinds }) => (kinds[row] ?? CellKind.blank) !== CellKind.blank)
    )
      count++;
  }
  return count;
}
