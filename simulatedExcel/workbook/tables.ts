import { bounding, isInsideSheet, isUnbounded, lastColumnOf, lastRowOf, overlap, type Area } from "./area";
import { matrixOf, putInput } from "./cellInput";
import { shownValue } from "./cell";
import { checkName } from "./definedName";
import { fault } from "./fault";
import { checkOpen } from "./guards";
import type { Sheet } from "./sheet";
import { deleteCells, insertCells } from "./structure";
import { areaOf, bodyOf, headerOf, type Table } from "./table";
import { removeWhere, type Workbook } from "./workbook";

export function addTable(book: Workbook, sheet: Sheet, given: Area, hasHeaders: boolean): Table {
  checkOpen(sheet);
  if (isUnbounded(given)) throw fault("InvalidArgument", "a table has an area of its own");
  checkFree(book, sheet, given);
  if (!hasHeaders) insertCells(book, sheet, { ...given, rows: 1 }, "row");
  const least = hasHeaders ? given.rows : given.rows + 1;
  const area = { ...given, rows: Math.max(2, least) };
  const tracked = sheet.track(area);
  const table: Table = {
    id: `{00000000-0001-4000-8000-${book.newId().padStart(12, "0")}}`,
    name: freeTableName(book),
    sheet,
    tracked,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filter: { tracked, criteria: new Map() },
  };
  book.tables.push(table);
  nameHeaders(book, table);
  book.notify({ kind: "tableAdded", table });
  return table;
}

export function renameTable(book: Workbook, table: Table, name: string): void {
  checkName(name);
  const isTaken = [...book.tables, ...book.names].some(
    (holder) => holder !== table && holder.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw fault("ItemAlreadyExists", `"${name}" is taken`);
  table.name = name;
}

export function resizeTable(book: Workbook, table: Table, area: Area): void {
  checkOpen(table.sheet);
  const least = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  const isRefused =
    area.row !== areaOf(table).row || area.rows < least || !overlap(area, areaOf(table)) || isUnbounded(area);
  if (isRefused) throw fault("InvalidArgument", "the header must stay in its row and a row below it");
  checkFree(book, table.sheet, area, table);
  table.tracked.area = area;
  nameHeaders(book, table);
}

/** @param position of the first row within the body; at the end where it is undefined */
export function insertTableRows(
  book: Workbook,
  table: Table,
  position: number | undefined,
  count: number,
  values: unknown,
): number {
  checkOpen(table.sheet, "allowInsertRows");
  const body = bodyOf(table);
  const first = position ?? body.rows;
  if (!Number.isInteger(first) || first < 0 || first > body.rows) throw fault("InvalidArgument");
  const at = matrixOf(values, count, body.columns);
  const room = { ...body, row: body.row + first, rows: count };
  insertCells(book, table.sheet, room, "row");
  const after = areaOf(table);
  const whole = bounding(after, room);
  table.tracked.area = whole;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < body.columns; column++) {
      putInput(book, table.sheet, room.row + row, room.column + column, at(row, column));
    }
  }
  return first;
}

export function deleteTableRows(book: Workbook, table: Table, first: number, count: number): void {
  const body = bodyOf(table);
  if (first < 0 || count < 1 || first + count > body.rows) throw fault("InvalidArgument");
  const isLast = count === body.rows;
  // A table keeps a row, be it an empty one.
  if (isLast) clearBody(table.sheet, { ...body, rows: 1 });
  const gone = { ...body, row: body.row + first + (isLast ? 1 : 0), rows: count - (isLast ? 1 : 0) };
  if (gone.rows > 0) deleteCells(book, table.sheet, gone, "row");
}

export function deleteTable(book: Workbook, table: Table): void {
  checkOpen(table.sheet);
  const area = areaOf(table);
  forgetTable(book, table);
  clearBody(table.sheet, area);
  book.notify({ kind: "tableDeleted", table });
  book.notify({ kind: "cells", sheet: table.sheet, area, how: "RangeEdited" });
}

/** The cells stay; the table goes. */
export function forgetTable(book: Workbook, table: Table): void {
  removeWhere(book.tables, (other) => other === table);
  table.sheet.tracked.delete(table.tracked);
}

/** Headers are texts, none empty and none twice. */
export function nameHeaders(book: Workbook, table: Table): void {
  if (!table.showHeaders) return;
  const { row, column, columns } = headerOf(table);
  const taken = new Set<string>();
  for (let columnIndex = 0; columnIndex < columns; columnIndex++) {
    const cell = table.sheet.grid.at(row, column + columnIndex);
    const given =
      cell && cell.value !== "" ? String(shownValue(cell.value)) : `Column${String(columnIndex + 1)}`;
    let name = given;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = given + String(number);
    taken.add(name.toLowerCase());
    if (cell?.value === name) continue;
    const style = table.sheet.grid.styleAt(row, column + columnIndex);
    table.sheet.grid.put(row, column + columnIndex, { value: name, style });
  }
}

/** Values directly below a table become rows of it. */
export function growTables(book: Workbook, sheet: Sheet, written: Area): void {
  for (const table of book.tables) {
    if (table.sheet !== sheet || table.showTotals) continue;
    const area = areaOf(table);
    const isBelow = written.row === lastRowOf(area) + 1;
    const isAlongside = written.column >= area.column && lastColumnOf(written) <= lastColumnOf(area);
    if (!isBelow || !isAlongside || sheet.grid.isEmpty({ ...written, rows: 1 })) continue;
    const grown = { ...area, rows: area.rows + written.rows };
    const isFree =
      isInsideSheet(grown) &&
      !book.tables.some((other) => other !== table && other.sheet === sheet && overlap(areaOf(other), grown));
    if (isFree) table.tracked.area = grown;
  }
}

function clearBody(sheet: Sheet, area: Area): void {
  for (const { row, column } of [...sheet.grid.cellsIn(area)]) sheet.grid.empty(row, column);
}

function checkFree(book: Workbook, sheet: Sheet, area: Area, extended?: Table): void {
  const others = book.tables.filter((table) => table !== extended && table.sheet === sheet);
  if (others.some((table) => overlap(areaOf(table), area))) {
    throw fault("InvalidArgument", "a table cannot overlap another table");
  }
  if (sheet.mergesIn().some((merge) => overlap(merge, area))) {
    throw fault("InvalidArgument", "a table cannot hold merged cells");
  }
}

function freeTableName(book: Workbook): string {
  let number = 1;
  const isTaken = (name: string): boolean =>
    [...book.tables, ...book.names].some((holder) => holder.name.toLowerCase() === name.toLowerCase());
  while (isTaken(`Table${String(number)}`)) number++;
  return `Table${String(number)}`;
}
