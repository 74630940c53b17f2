import { CellKind, type Grid } from "../grid/grid";
import type { Area } from "../schema/areas";
import { missingFields } from "../schema/bind";
import { meanings, readHeader } from "../schema/header";
import { matchName, namesOf } from "../schema/sheetNames";
import type { TableDefinition } from "../schema/table";
import { usedColumns } from "../schema/usedColumns";
import { isBlankAt, viewCell } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { isSettingsSheet } from "../settings/settings.table";
import { inputTables } from "./inputTables";

/** A table that stands below, above or beside the one that a sheet is read for: the cells that are its own. */
export interface StackedTable {
  readonly grid: Grid;
  /** The table that it looks like. */
  readonly definition: TableDefinition;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** It is told by what its rows say; `headerRow` is the first of them. */
  readonly isWithoutHeader?: true;
}

/** Tables of which one may stand below another; settings are told by their keys. */
export const tables = inputTables.filter(({ title }) => !isSettingsSheet(title));
/** So many columns a header names before it is one. */
const LEAST = 3;

/** The first columns of a row that hold something, at most so many. */
export function filledColumns(grid: Grid, row: number, most = grid.columns.length): number[] {
  const filled: number[] = [];
  for (const column of usedColumns(grid)) {
    if (filled.length >= most) break;
    if (!isBlankAt(grid, row, column)) filled.push(column);
  }
  return filled;
}

/** Rows with at least two figures, dates or the like: data, and neither a header nor blank. There may be a million of them. */
function rowsOfFigures(grid: Grid): (row: number) => boolean {
  const figures = new Uint8Array(grid.rowCount);
  for (const { kinds } of grid.columns)
    for (let row = 0; row < kinds.length; row++) {
      const kind = kinds[row]!;
      if (kind !== CellKind.blank && kind !== CellKind.text && figures[row]! < 2) figures[row]!++;
    }
  return (row) => figures[row] === 2;
}

/** A column with more texts than these holds ids or remarks, and another table is not looked for among its rows. */
export const MOST_TEXTS = 10_000;

/** Tells which cells of a sheet hold a text that is one of some; each text of a column is looked at once. */
function cellsWith(grid: Grid, isOne: (text: string) => boolean): (row: number, column: number) => boolean {
  const judged = grid.columns.map(({ texts }) => new Int8Array(Math.min(texts.length, MOST_TEXTS + 1)));
  return (row, column) => {
    const { kinds, values, texts } = grid.columns[column]!;
    if (kinds[row] !== CellKind.text || texts.length > MOST_TEXTS) return false;
    const text = values[row]!;
    judged[column]![text] ||= isOne(texts.at(text)!.trim()) ? 1 : -1;
    return judged[column]![text] === 1;
  };
}

/**
 * Rows that may head a table: those below a blank row, or below a row that holds the name of a table and no more, and those
 * whose first two cells are headers.
 */
export function* firstRows(grid: Grid, settings: Settings): Generator<number> {
  const isOfFigures = rowsOfFigures(grid);
  const keys = tables.map((definition) => meanings(definition, mappingFor(definition, settings)));
  const heads = cellsWith(grid, (text) => keys.some(({ of }) => of(text) !== undefined));
  let isOpen = true;
  for (let row = 0; row < grid.rowCount; row++) {
    if (isOfFigures(row)) {
      isOpen = false;
      continue;
    }
    const [column, other] = filledColumns(grid, row, 2);
    if (column !== undefined && other !== undefined)
      if (isOpen || (heads(row, column) && heads(row, other))) yield row;
    const isTitle =
      column !== undefined &&
      other === undefined &&
      tables.some((table) => matchName(viewCell(grid, row, column).text, namesOf(table)) !== "none");
    isOpen = column === undefined || isTitle;
  }
}

export function isHeaderOfTexts(grid: Grid, row: number): boolean {
  return filledColumns(grid, row).every((column) => viewCell(grid, row, column).kind === CellKind.text);
}

/** The table that a row of an area is best the header of, with all that its rows must have. */
export function tableHeadedBy(area: Area, row: number, settings: Settings, least = LEAST) {
  const readings = tables.flatMap((definition) => {
    const { columnOf } = readHeader(area, row, meanings(definition, mappingFor(definition, settings)));
    const count = new Set(columnOf.values()).size;
    return count >= least && missingFields(definition, columnOf).length === 0
      ? [{ definition, columnOf, count }]
      : [];
  });
  return readings.sort((a, b) => b.count - a.count)[0];
}
