import {
  cellAddress,
  groupBy,
  widthOfRows,
  type AppendedRows,
  type CellEdit,
  type PlannedSheet,
  type TableArea,
  type WritePlan,
} from "../../core/api";
import { missingSheet } from "../port/failures";
import type { Activity, PortFailure } from "../port/port";
import { parseArea } from "../xlsx/areaReference";
import type { GoogleServices, GoogleSheet, GoogleSpreadsheet } from "./api";
import { editInput, makeRoom, writeBlock, writeRowsBelow } from "./cellBlocks";
import { addCharts } from "./charts";
import { serialReader } from "./readBook";
import { clearSheet } from "./sheetBefore";
import { freeTableName, putTable, readTables } from "./tables";

/** A plan that this spreadsheet does not take. */
export class Refused extends Error {
  constructor(readonly failure: PortFailure) {
    super(failure.code);
  }
}

/** Rows that are added by one call a property. */
const ROWS_OF_BLOCK = 20_000;
/** Pixels of a character of a column's width. */
const PIXELS_OF_CHARACTER = 7.5;
const PIXELS_OF_POINT = 96 / 72;

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const findSheet = (spreadsheet: GoogleSpreadsheet, name: string): GoogleSheet | undefined =>
  spreadsheet.getSheets().find((sheet) => sameName(sheet.getName(), name));

function sheetOf(spreadsheet: GoogleSpreadsheet, name: string): GoogleSheet {
  const sheet = findSheet(spreadsheet, name);
  if (!sheet) throw new Refused(missingSheet(name));
  return sheet;
}

/** Refuses a plan that names a sheet which is not there, before anything is written. */
export function checkSheets(
  spreadsheet: GoogleSpreadsheet,
  { sheets, appended, edits = [] }: WritePlan,
): void {
  const isPlanned = (name: string) => sheets.some((sheet) => sameName(sheet.name, name));
  for (const name of [...appended.map(({ sheet }) => sheet), ...edits.map(({ at }) => at.sheet)])
    if (!isPlanned(name)) sheetOf(spreadsheet, name);
}

/** Lines above and below cells, as few calls as there are kinds of them. */
function drawBorders(sheet: GoogleSheet, { rows }: PlannedSheet): void {
  const bordered = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const border = cell?.style?.border;
      return border === undefined ? [] : [{ border, address: cellAddress({ row, column }) }];
    }),
  );
  for (const [border, cells] of groupBy(bordered, (cell) => cell.border))
    sheet
      .getRangeList(cells.map(({ address }) => address))
      .setBorder(border !== "bottom" ? true : null, null, border !== "top" ? true : null, null, null, null);
}

function setHeights(sheet: GoogleSheet, heights: PlannedSheet["heights"]): void {
  for (const [row, height] of heights ?? [])
    sheet.setRowHeightsForced(row + 1, 1, Math.max(2, Math.round(height * PIXELS_OF_POINT)));
}

/** Sizes, panes and what else is of the sheet and not of its cells. */
function setUp(sheet: GoogleSheet, planned: PlannedSheet, services: GoogleServices): void {
  for (const [column, width] of planned.widths.entries())
    sheet.setColumnWidth(column + 1, Math.round(width * PIXELS_OF_CHARACTER + 5));
  setHeights(sheet, planned.heights);
  sheet.setFrozenRows(planned.frozenRows ?? 0);
  sheet.setHiddenGridlines(planned.hideGridLines === true);
  sheet.setTabColor(planned.tabColor === undefined ? null : `#${planned.tabColor}`);
  for (const column of planned.revealedColumns ?? []) sheet.showColumns(column + 1, 1);
  for (const column of planned.hiddenColumns ?? []) sheet.hideColumns(column + 1, 1);
  for (const { column, firstRow, lastRow, choices } of planned.choices ?? [])
    sheet
      .getRange(firstRow + 1, column + 1, lastRow - firstRow + 1, 1)
      .setDataValidation(services.choiceRule(choices));
  if (planned.isHidden === true) sheet.hideSheet();
}

/** Links once all sheets are there: a link names its sheet by number. */
function setLinks(sheet: GoogleSheet, { rows }: PlannedSheet, services: GoogleServices): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (!cell?.link || typeof cell.value !== "string" || cell.formula !== undefined) continue;
      const target = findSheet(services.spreadsheet, cell.link.sheet);
      if (!target) continue;
      const url = `#gid=${String(target.getSheetId())}&range=${cellAddress(cell.link)}`;
      sheet.getRange(row + 1, column + 1, 1, 1).setRichTextValue(services.linkedText(cell.value, url));
    }
}

function writeSheet(planned: PlannedSheet, services: GoogleServices): GoogleSheet {
  const { spreadsheet } = services;
  const { name, rows, table, choices = [] } = planned;
  const known = findSheet(spreadsheet, name);
  const sheet = known ?? spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  if (known) clearSheet(sheet, services);
  const width = Math.max(widthOfRows(rows), planned.widths.length, table?.columns.length ?? 0);
  makeRoom(sheet, Math.max(rows.length, ...choices.map(({ lastRow }) => lastRow + 1), 1), Math.max(width, 1));
  writeBlock(sheet, rows, width);
  for (const reference of planned.merges ?? []) {
    const area = parseArea(reference);
    if (!area) continue;
    const { firstRow, lastRow, firstColumn, lastColumn } = area;
    sheet
      .getRange(firstRow + 1, firstColumn + 1, lastRow - firstRow + 1, lastColumn - firstColumn + 1)
      .merge();
  }
  drawBorders(sheet, planned);
  setUp(sheet, planned, services);
  addCharts(sheet, planned.charts ?? [], services);
  if (table) {
    const area: TableArea = {
      name: freeTableName(table.name, readTables(spreadsheet)),
      sheet: sheet.getName(),
      firstRow: table.headerRow,
      lastRow: Math.max(rows.length - 1, table.headerRow + 1),
      firstColumn: 0,
      lastColumn: table.columns.length - 1,
    };
    makeRoom(sheet, area.lastRow + 1, area.lastColumn + 1);
    putTable(spreadsheet, sheet, area);
  }
  return sheet;
}

/** Rows below the last one; the table that ends there grows over them. */
function appendRows({ sheet: name, firstRow, rows, ...more }: AppendedRows, services: GoogleServices): void {
  const { spreadsheet } = services;
  const sheet = sheetOf(spreadsheet, name);
  const ofSheet = () => readTables(spreadsheet).filter((area) => sameName(area.sheet, name));
  const grown = ofSheet().find(({ lastRow }) => lastRow === firstRow - 1);
  if (more.movesRowsBelow === true && firstRow < sheet.getLastRow())
    sheet.insertRowsBefore(firstRow + 1, rows.length);
  const isHeader = ofSheet().some((area) => area.firstRow === firstRow - 1);
  const [width, serialOf] = [widthOfRows(rows), serialReader(services)];
  for (let from = 0; from < rows.length; from += ROWS_OF_BLOCK) {
    const block = rows.slice(from, Math.min(from + ROWS_OF_BLOCK, rows.length));
    const inherits = more.hasOwnLook !== true && (from > 0 || !isHeader);
    writeRowsBelow(sheet, block, firstRow + from, width, inherits, serialOf);
  }
  setHeights(sheet, more.heights);
  if (!grown) return;
  const lastColumn = grown.lastColumn + (more.tableColumns?.length ?? 0);
  makeRoom(sheet, firstRow + rows.length, lastColumn + 1);
  putTable(spreadsheet, sheet, { ...grown, lastRow: grown.lastRow + rows.length, lastColumn });
}

/** Single cells, those that lie below each other by one call. */
function writeEdits(sheet: GoogleSheet, edits: readonly CellEdit[]): void {
  const last = new Map(edits.map((edit) => [`${String(edit.at.column)} ${String(edit.at.row)}`, edit]));
  const sorted = [...last.values()].sort((a, b) => a.at.column - b.at.column || a.at.row - b.at.row);
  for (let first = 0; first < sorted.length;) {
    const { at } = sorted[first]!;
    let next = first + 1;
    while (sorted[next]?.at.column === at.column && sorted[next]?.at.row === at.row + next - first) next++;
    const run = sorted.slice(first, next);
    makeRoom(sheet, at.row + run.length, at.column + 1);
    const range = sheet.getRange(at.row + 1, at.column + 1, run.length, 1);
    if (run.some(({ style }) => style?.format !== undefined)) {
      const formats = range.getNumberFormats();
      range.setNumberFormats(run.map(({ style }, index) => [style?.format ?? formats[index]![0]!]));
    }
    range.setValues(run.map(({ value }) => [editInput(value)]));
    first = next;
  }
}

/** What is told between two parts of a plan; it may end the work. */
export type BetweenParts = (activity: Activity, share: number) => void;

/** Carries out a plan, part by part. */
export function writePlan(plan: WritePlan, services: GoogleServices, between: BetweenParts): void {
  const { spreadsheet } = services;
  const { sheets, removedSheets, appended, edits = [] } = plan;
  const parts = sheets.length + appended.length + 1;
  const written = sheets.map((planned, index) => {
    between({ kind: "writing", name: planned.name }, index / parts);
    return { planned, sheet: writeSheet(planned, services) };
  });
  for (const [index, rows] of appended.entries()) {
    between({ kind: "writing", name: rows.sheet }, (sheets.length + index) / parts);
    appendRows(rows, services);
  }
  for (const [name, cells] of groupBy(edits, ({ at }) => at.sheet))
    writeEdits(sheetOf(spreadsheet, name), cells);
  for (const { planned, sheet } of written) setLinks(sheet, planned, services);
  for (const name of removedSheets) {
    const sheet = findSheet(spreadsheet, name);
    if (sheet) spreadsheet.deleteSheet(sheet);
  }
}
