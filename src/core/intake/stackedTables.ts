import { cellAddress, CellKind, type Grid, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { wholeSheet } from "../schema/areas";
import { missingFields } from "../schema/bind";
import { findHeader, meanings } from "../schema/header";
import { SHEET_KEY } from "../schema/mapping";
import { matchName, namesOf, titleKey } from "../schema/sheetNames";
import { withSplitHeaders } from "../schema/splitHeaders";
import { isBlankAt } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { isSettingsSheet } from "../settings/settings.table";
import {
  filledColumns,
  firstRows,
  isHeaderOfTexts,
  tableHeadedBy,
  tables,
  type StackedTable,
} from "./headersWithin";
import type { NotRead } from "./notRead";
import { isOutputSheet } from "./outputSheets";
import { settingsAbove, settingsWithin } from "./settingsWithin";

/** What a sheet is read for by its name or by choice: its table with most columns, and the row of their header. */
function mainTable(grid: Grid, settings: Settings) {
  const area = wholeSheet(grid);
  const readings = tables.flatMap((definition) => {
    const mapping = mappingFor(definition, settings);
    const chosen = mapping.get(SHEET_KEY);
    const isNamed = ["plain", "beside"].includes(matchName(grid.sheet, namesOf(definition)));
    if (!isNamed && (chosen === undefined || titleKey(chosen) !== titleKey(grid.sheet))) return [];
    const header = findHeader(area, meanings(definition, mapping));
    const { row, columnOf } = header;
    return [{ definition, row, columnOf, count: new Set(columnOf.values()).size }];
  });
  return readings.sort((a, b) => b.count - a.count)[0];
}

type MainTable = NonNullable<ReturnType<typeof mainTable>>;

const isBlankColumn = (grid: Grid, column: number, from: number): boolean =>
  grid.columns[column]!.kinds.subarray(from).every((kind) => kind === CellKind.blank);

/** Columns of a sheet from a row on that stand together, between blank ones. */
function columnGroups(grid: Grid, row: number): { readonly first: number; readonly last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (let column = 0; column < grid.columns.length; column++) {
    if (isBlankColumn(grid, column, row)) continue;
    const group = groups.at(-1);
    if (group?.last === column - 1) group.last = column;
    else groups.push({ first: column, last: column });
  }
  return groups;
}

/** Whether two columns are filled in the same rows below a header. */
function areFilledAlike(grid: Grid, row: number, one: number, other: number): boolean {
  for (let below = row + 1; below < grid.rowCount; below++)
    if (isBlankAt(grid, below, one) !== isBlankAt(grid, below, other)) return false;
  return true;
}

/**
 * Tables to the right of the main one, behind a blank column, which say whose their rows are: by an id that the main table
 * does not know, or in other rows than the main table has. Read as columns of it, a row would be given what is another's.
 */
function besideMain(grid: Grid, main: MainTable, settings: Settings): StackedTable[] {
  const [, ...groups] = columnGroups(grid, main.row);
  return groups.flatMap(({ first, last }) => {
    const isOwn = (column: number) => column >= first && column <= last;
    const rest = new Map([...main.columnOf].filter(([, column]) => !isOwn(column)));
    if (missingFields(main.definition, rest).length > 0) return [];
    const area = { ...wholeSheet(grid), firstColumn: first, lastColumn: last };
    const found = tableHeadedBy(area, main.row, settings, 2);
    if (!found || found.definition === main.definition) return [];
    const ids = [...found.columnOf].filter(
      ([field]) => found.definition.columns[field]!.kind === "id" && ROW_IDS.has(field),
    );
    const [key] = rest.values();
    const isApart = ids.some(
      ([field, column]) =>
        main.definition.columns[field] === undefined || !areFilledAlike(grid, main.row, column, key!),
    );
    if (!isApart) return [];
    const { definition } = found;
    const rows = { headerRow: main.row, firstRow: main.row, lastRow: grid.rowCount - 1 };
    return [{ grid, definition, ...rows, firstColumn: first, lastColumn: last }];
  });
}

/** Ids that say whose a row is. */
const ROW_IDS: ReadonlySet<string> = new Set(["contractId", "customerId", "priceId", "taxCode"]);

function stackedIn(grid: Grid, snapshot: Snapshot, settings: Settings): StackedTable[] {
  const main = mainTable(grid, settings);
  if (!main) return [];
  const excelTables = snapshot.tables.filter(({ sheet }) => sheet === grid.sheet);
  const isInTable = (row: number) =>
    excelTables.some(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow);
  const withHeader = settingsWithin(grid, excelTables);
  const ofSettings = withHeader.length > 0 ? withHeader : settingsAbove(grid, main.row);
  const beside = isInTable(main.row) ? [] : besideMain(grid, main, settings);
  const headers = [...firstRows(grid, settings)].flatMap((row) => {
    if (row === main.row || isInTable(row) || !isHeaderOfTexts(grid, row)) return [];
    if (row + 1 >= grid.rowCount || filledColumns(grid, row + 1, 2).length < 2) return [];
    const definition = tableHeadedBy(wholeSheet(grid), row, settings)?.definition;
    return definition && definition !== main.definition ? [{ row, definition }] : [];
  });
  /** The title above a header belongs to it. */
  const top = (row: number) => (row > 0 && filledColumns(grid, row - 1, 2).length === 1 ? row - 1 : row);
  const starts = [...headers.map(({ row }) => top(row)), top(main.row)].sort((a, b) => a - b);
  const below = headers.map(({ row, definition }) => ({
    grid,
    definition,
    headerRow: row,
    firstRow: top(row),
    lastRow: (starts.find((start) => start > row) ?? grid.rowCount) - 1,
    firstColumn: 0,
    lastColumn: grid.columns.length - 1,
  }));
  return [...beside, ...below, ...ofSettings];
}

/** Tables of which a sheet holds more than the one it is read for. */
function findStackedTables(snapshot: Snapshot, settings: Settings): StackedTable[] {
  return snapshot.grids
    .filter((grid) => !isSettingsSheet(grid.sheet) && !isOutputSheet(grid))
    .flatMap((grid) => stackedIn(grid, snapshot, settings));
}

/** The workbook without the cells of such tables, so that they are not read as cells of another. */
function withoutStacked(snapshot: Snapshot, stacked: readonly StackedTable[]): Snapshot {
  if (stacked.length === 0) return snapshot;
  const grids = snapshot.grids.map((grid): Grid => {
    const taken = stacked.filter((table) => table.grid === grid);
    if (taken.length === 0) return grid;
    const columns = grid.columns.map((column, index) => {
      const kinds = column.kinds.slice();
      for (const { firstRow, lastRow, firstColumn, lastColumn } of taken)
        if (firstColumn <= index && index <= lastColumn) kinds.fill(CellKind.blank, firstRow, lastRow + 1);
      return { ...column, kinds };
    });
    return { ...grid, columns };
  });
  return { ...snapshot, grids };
}

/** A workbook as its tables are read: none has cells of another, and a header of two lines is in the lower one. */
export function tablesApart(book: Snapshot, settings: Settings) {
  const whole = withSplitHeaders(book);
  const stacked = findStackedTables(whole, settings);
  return { stacked, snapshot: withoutStacked(whole, stacked) };
}

/** "A7:F10": from the first header to the last row with two cells. */
function rangeOf({ grid, headerRow, lastRow, firstColumn, lastColumn }: StackedTable): string {
  const filled = (row: number) =>
    filledColumns(grid, row).filter((at) => at >= firstColumn && at <= lastColumn);
  let last = lastRow;
  while (last > headerRow && filled(last).length < 2) last--;
  const header = filled(headerRow);
  const from = cellAddress({ row: headerRow, column: header[0]! });
  return `${from}:${cellAddress({ row: last, column: header.at(-1)! })}`;
}

const proposalName = (table: StackedTable): string => `${table.grid.sheet}, ${rangeOf(table)}`;

/** Such a table as a sheet of its own, to be proposed where a table is missing. */
export function asProposal(stacked: StackedTable): Grid {
  const { grid, firstRow, lastRow, firstColumn, lastColumn } = stacked;
  const columns = grid.columns.map((column, index) => {
    const isOwn = firstColumn <= index && index <= lastColumn;
    const kinds = column.kinds.map((kind, row) =>
      isOwn && row >= firstRow && row <= lastRow ? kind : CellKind.blank,
    );
    return { ...column, kinds };
  });
  return { ...grid, sheet: proposalName(stacked), columns };
}

/** Lines without a header may be those of a letter: they are told, and nobody waits. */
const isOfSettings = ({ definition, isWithoutHeader }: StackedTable): boolean =>
  isSettingsSheet(definition.title) && isWithoutHeader !== true;

/** Whether what settings a book has stands on the sheet of another table, so that defaults would count in their place. */
export function areElsewhere(stacked: readonly StackedTable[], { named }: Settings): boolean {
  return (named?.size ?? 0) === 0 && stacked.some(isOfSettings);
}

/**
 * Names the tables that are not read, each with its range and what to do, but for those that were `proposed` in a message
 * for a table that is missing.
 */
export function reportStacked(
  stacked: readonly StackedTable[],
  proposed: string,
  settings: Settings,
  report: Report,
): NotRead[] {
  const areMissed = areElsewhere(stacked, settings);
  return stacked.map((table): NotRead => {
    const { grid, definition, headerRow, firstColumn } = table;
    const first = filledColumns(grid, headerRow).find((at) => at >= firstColumn);
    const at = { sheet: grid.sheet, row: headerRow, column: first! };
    const words = { table: definition.title };
    const severity = areMissed && isOfSettings(table) ? "error" : "warning";
    if (!proposed.includes(proposalName(table)))
      report(makeIssue("TABLE_NOT_READ", { at, value: rangeOf(table), words, severity }));
    return { kind: "sheet", at, header: "", table: definition.title, resembles: "", isWarning: true };
  });
}
