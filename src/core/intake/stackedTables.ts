import { cellAddress, CellKind, type Grid, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { wholeSheet } from "../schema/areas";
import { missingFields } from "../schema/bind";
import { findHeader, meanings, readHeader } from "../schema/header";
import { SHEET_KEY } from "../schema/mapping";
import { matchName, namesOf, titleKey } from "../schema/sheetNames";
import type { TableDefinition } from "../schema/table";
import { isBlankCell, viewCell } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { isSettingsSheet } from "../settings/settings.table";
import { inputTables } from "./inputTables";
import type { NotRead } from "./notRead";
import { isOutputSheet } from "./outputSheets";

/** A table that stands below or above the one that a sheet is read for. */
export interface StackedTable {
  readonly grid: Grid;
  /** The table that it looks like. */
  readonly definition: TableDefinition;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const tables = inputTables.filter(({ title }) => !isSettingsSheet(title));
/** So many columns a header names before it is one. */
const LEAST = 3;

function filledColumns(grid: Grid, row: number, most: number): number[] {
  const filled: number[] = [];
  for (let column = 0; column < grid.columns.length && filled.length < most; column++)
    if (!isBlankCell(viewCell(grid, row, column))) filled.push(column);
  return filled;
}

/** Rows at which a table may begin: those below a blank row, or below a row that holds the name of a table and no more. */
function* firstRows(grid: Grid): Generator<number> {
  let isOpen = true;
  for (let row = 0; row < grid.rowCount; row++) {
    const [column, other] = filledColumns(grid, row, 2);
    if (column !== undefined && other !== undefined && isOpen) yield row;
    const isTitle =
      column !== undefined &&
      other === undefined &&
      tables.some((table) => matchName(viewCell(grid, row, column).text, namesOf(table)) !== "none");
    isOpen = column === undefined || isTitle;
  }
}

function isHeaderOfTexts(grid: Grid, row: number): boolean {
  const columns = filledColumns(grid, row, grid.columns.length);
  return columns.every((column) => viewCell(grid, row, column).kind === CellKind.text);
}

/** The table that a row is best the header of, with all that its rows must have. */
function tableHeadedBy(grid: Grid, row: number, settings: Settings): TableDefinition | undefined {
  const area = wholeSheet(grid);
  const readings = tables.flatMap((definition) => {
    const { columnOf } = readHeader(area, row, meanings(definition, mappingFor(definition, settings)));
    const count = new Set(columnOf.values()).size;
    return count >= LEAST && missingFields(definition, columnOf).length === 0 ? [{ definition, count }] : [];
  });
  return readings.sort((a, b) => b.count - a.count)[0]?.definition;
}

/** What a sheet is read for by its name or by choice: its table with most columns, and the row of their header. */
function mainTable(grid: Grid, settings: Settings) {
  const area = wholeSheet(grid);
  const readings = tables.flatMap((definition) => {
    const mapping = mappingFor(definition, settings);
    const chosen = mapping.get(SHEET_KEY);
    const isNamed = ["plain", "beside"].includes(matchName(grid.sheet, namesOf(definition)));
    if (!isNamed && (chosen === undefined || titleKey(chosen) !== titleKey(grid.sheet))) return [];
    const header = findHeader(area, meanings(definition, mapping));
    return [{ definition, row: header.row, count: new Set(header.columnOf.values()).size }];
  });
  return readings.sort((a, b) => b.count - a.count)[0];
}

function stackedIn(grid: Grid, snapshot: Snapshot, settings: Settings): StackedTable[] {
  const main = mainTable(grid, settings);
  if (!main) return [];
  const isInTable = (row: number) =>
    snapshot.tables.some(
      ({ sheet, firstRow, lastRow }) => sheet === grid.sheet && firstRow <= row && row <= lastRow,
    );
  const headers = [...firstRows(grid)].flatMap((row) => {
    if (row === main.row || isInTable(row) || !isHeaderOfTexts(grid, row)) return [];
    if (row + 1 >= grid.rowCount || filledColumns(grid, row + 1, 2).length < 2) return [];
    const definition = tableHeadedBy(grid, row, settings);
    return definition && definition !== main.definition ? [{ row, definition }] : [];
  });
  /** The title above a header belongs to it. */
  const top = (row: number) => (row > 0 && filledColumns(grid, row - 1, 2).length === 1 ? row - 1 : row);
  const starts = [...headers.map(({ row }) => top(row)), top(main.row)].sort((a, b) => a - b);
  return headers.map(({ row, definition }) => ({
    grid,
    definition,
    headerRow: row,
    firstRow: top(row),
    lastRow: (starts.find((start) => start > row) ?? grid.rowCount) - 1,
    lastColumn: filledColumns(grid, row, grid.columns.length).at(-1)!,
  }));
}

/** Tables of which a sheet holds more than the one it is read for. */
export function findStackedTables(snapshot: Snapshot, settings: Settings): StackedTable[] {
  return snapshot.grids
    .filter((grid) => !isSettingsSheet(grid.sheet) && !isOutputSheet(grid))
    .flatMap((grid) => stackedIn(grid, snapshot, settings));
}

/** The rows of such tables by sheet, so that they are not read as rows of another. */
export function rowsOfStacked(stacked: readonly StackedTable[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { grid, firstRow, lastRow } of stacked) {
    const ofSheet = rows.get(grid.sheet) ?? new Set<number>();
    for (let row = firstRow; row <= lastRow; row++) ofSheet.add(row);
    rows.set(grid.sheet, ofSheet);
  }
  return rows;
}

/** "A7:F10". */
function rangeOf({ headerRow, lastRow, lastColumn, grid }: StackedTable): string {
  let last = lastRow;
  while (last > headerRow && filledColumns(grid, last, 2).length < 2) last--;
  const first = filledColumns(grid, headerRow, 1)[0]!;
  return `${cellAddress({ row: headerRow, column: first })}:${cellAddress({ row: last, column: lastColumn })}`;
}

const proposalName = (table: StackedTable): string => `${table.grid.sheet}, ${rangeOf(table)}`;

/** Such a table as a sheet of its own, to be proposed where a table is missing. */
export function asProposal(stacked: StackedTable): Grid {
  const { grid, firstRow, lastRow } = stacked;
  const columns = grid.columns.map((column) => ({
    ...column,
    kinds: column.kinds.map((kind, row) => (row < firstRow || row > lastRow ? CellKind.blank : kind)),
  }));
  return { ...grid, sheet: proposalName(stacked), columns };
}

/**
 * Names the tables that are not read, each with its range and what to do, but for those that were `proposed` in a message
 * for a table that is missing.
 */
export function reportStacked(stacked: readonly StackedTable[], proposed: string, report: Report): NotRead[] {
  return stacked.map((table): NotRead => {
    const { grid, definition, headerRow } = table;
    const at = { sheet: grid.sheet, row: headerRow, column: filledColumns(grid, headerRow, 1)[0]! };
    const words = { table: definition.title };
    if (!proposed.includes(proposalName(table)))
      report(makeIssue("TABLE_NOT_READ", { at, value: rangeOf(table), words }));
    return { kind: "sheet", at, header: "", table: definition.title, resembles: "", isWarning: true };
  });
}
