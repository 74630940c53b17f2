import { CellKind, type Grid, type TableArea } from "../grid/grid";
import { meanings } from "../schema/header";
import { isBlankAt, viewCell } from "../schema/viewCell";
import { isSettingKey } from "../settings/nearSettings";
import { isSettingsSheet, settingsTable } from "../settings/settings.table";
import { filledColumns, MOST_TEXTS, type StackedTable } from "./headersWithin";

const { of: meaningOf } = meanings(settingsTable, new Map());
const fieldOf = (header: string): string | undefined => meaningOf(header.trim())?.field;

/**
 * Settings that stand on a sheet that is read for another table: Key and Value side by side, wherever they are, with the key of
 * a setting below. They are not read there, and the default of a currency would count.
 */
export function settingsWithin(grid: Grid, tables: readonly TableArea[]): StackedTable[] {
  const found: StackedTable[] = [];
  for (let column = 0; column + 1 < grid.columns.length; column++) {
    const { kinds, values, texts } = grid.columns[column]!;
    if (texts.length > MOST_TEXTS) continue;
    // Of a million rows no cell is looked at where the texts of the column tell that none can be one.
    const keys = new Set([...texts].flatMap((text, index) => (fieldOf(text) === "key" ? [index] : [])));
    if (keys.size === 0) continue;
    for (let row = 0; row < kinds.length; row++) {
      if (kinds[row] !== CellKind.text || !keys.has(values[row]!)) continue;
      if (fieldOf(viewCell(grid, row, column + 1).text) !== "value") continue;
      const lastRow = lastOf(grid, row, column);
      if (!holdsSettings(grid, row, lastRow, column) || isReadAt(tables, row, column)) continue;
      const rows = { headerRow: row, firstRow: row - (hasTitle(grid, row, column) ? 1 : 0), lastRow };
      found.push({ grid, definition: settingsTable, ...rows, firstColumn: column, lastColumn: column + 1 });
    }
  }
  return found;
}

const hasTitle = (grid: Grid, headerRow: number, column: number): boolean =>
  headerRow > 0 && isSettingsSheet(viewCell(grid, headerRow - 1, column).text);

/**
 * Settings without a header in the lines above one: Currency and beside it GBP. One stretch of rows, from the first such line to
 * the last.
 */
export function settingsAbove(grid: Grid, headerRow: number): StackedTable[] {
  const lines: { readonly row: number; readonly column: number }[] = [];
  for (let row = 0; row < headerRow; row++) {
    const column = filledColumns(grid, row)[0];
    if (column === undefined || isBlankAt(grid, row, column + 1)) continue;
    if (isSettingKey(viewCell(grid, row, column).text)) lines.push({ row, column });
  }
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const rows = { headerRow: first.row, firstRow: first.row, lastRow: last.row };
  const columns = { firstColumn: first.column, lastColumn: first.column + 1 };
  return [{ grid, definition: settingsTable, ...rows, ...columns, isWithoutHeader: true }];
}

/** The last row of keys below a header: they end before a blank cell. */
function lastOf(grid: Grid, row: number, column: number): number {
  let last = row;
  while (last + 1 < grid.rowCount && !isBlankAt(grid, last + 1, column)) last++;
  return last;
}

/** Whether one of the keys is a setting: Key and Value head other lists too. */
function holdsSettings(grid: Grid, headerRow: number, lastRow: number, column: number): boolean {
  for (let row = headerRow + 1; row <= lastRow; row++)
    if (isSettingKey(viewCell(grid, row, column).text)) return true;
  return false;
}

/** An Excel table of that name is read wherever it stands. */
function isReadAt(tables: readonly TableArea[], row: number, column: number): boolean {
  return tables.some(
    ({ name, firstRow, lastRow, firstColumn, lastColumn }) =>
      isSettingsSheet(name) &&
      firstRow <= row &&
      row <= lastRow &&
      firstColumn <= column &&
      column <= lastColumn,
  );
}
