import type { TableArea } from "../../core/api";
import type { GoogleRange, GoogleSheet, GoogleSpreadsheet } from "./api";

/** Tables are named ranges, since Apps Script knows no tables; the beginning of the name says so, and keeps it a name. */
const PREFIX = "Table_";

const nameOf = (table: string) => PREFIX + table;

function areaOf(name: string, range: GoogleRange): TableArea {
  const [row, column] = [range.getRow() - 1, range.getColumn() - 1];
  return {
    name,
    sheet: range.getSheet().getName(),
    firstRow: row,
    lastRow: row + range.getNumRows() - 1,
    firstColumn: column,
    lastColumn: column + range.getNumColumns() - 1,
  };
}

/** The tables of the spreadsheet by name: Google hands named ranges over in any order. */
export const readTables = (spreadsheet: GoogleSpreadsheet): TableArea[] =>
  spreadsheet
    .getNamedRanges()
    .filter((range) => range.getName().startsWith(PREFIX))
    .map((range) => areaOf(range.getName().slice(PREFIX.length), range.getRange()))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Takes the tables of a sheet away; its cells stay. */
export function removeTables(spreadsheet: GoogleSpreadsheet, sheet: GoogleSheet): void {
  for (const range of spreadsheet.getNamedRanges())
    if (range.getName().startsWith(PREFIX) && range.getRange().getSheet().getSheetId() === sheet.getSheetId())
      range.remove();
}

/** Names an area as a table; one of that name becomes this. */
export function putTable(spreadsheet: GoogleSpreadsheet, sheet: GoogleSheet, area: TableArea): void {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  const [rows, columns] = [lastRow - firstRow + 1, lastColumn - firstColumn + 1];
  spreadsheet.setNamedRange(nameOf(area.name), sheet.getRange(firstRow + 1, firstColumn + 1, rows, columns));
}

/** A name that no table of another sheet has. */
export function freeTableName(wanted: string, tables: readonly TableArea[]): string {
  const isTaken = (name: string) => tables.some((table) => table.name.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let copy = 2; isTaken(name); copy++) name = `${wanted}_${String(copy)}`;
  return name;
}
