import {
  holdsCell,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  lastColumnOf,
  lastRowOf,
  overlap,
  type Area,
} from "./area";
import { matrixOf, putInput } from "./cellInput";
import { fault } from "./fault";
import { checkContentsOpen, checkMergesWhole, checkOpen } from "./guards";
import { relativeFormula } from "./relativeFormula";
import type { Sheet } from "./sheet";
import { plainStyle, type StylePatch } from "./style";
import { headerOf } from "./table";
import { growTables, nameHeaders } from "./tables";
import { setValidation } from "./validation";
import { removeWhere, type Workbook } from "./workbook";

/** Range.values and Range.formulas. */
export function writeInputs(book: Workbook, sheet: Sheet, area: Area, input: unknown): void {
  checkContentsOpen(sheet, area);
  if (isUnbounded(area)) {
    if (input !== "") throw fault("InvalidArgument", "the range has too many cells to write to");
    clearContents(sheet, area);
  } else {
    const at = matrixOf(input, area.rows, area.columns);
    const isSingleFormula = typeof input === "string" && input.startsWith("=");
    const hidden = coveredCells(sheet, area);
    for (let row = 0; row < area.rows; row++) {
      for (let column = 0; column < area.columns; column++) {
        const [sheetRow, other] = [area.row + row, area.column + column];
        if (hidden(sheetRow, other)) continue;
        const value = isSingleFormula ? relativeFormula(input, row, column) : at(row, column);
        putInput(book, sheet, sheetRow, other, value);
      }
    }
  }
  afterWriting(book, sheet, area);
  if (!isUnbounded(area)) growTables(book, sheet, area);
  book.notify({ kind: "cells", sheet, area, how: "RangeEdited" });
}

/** Range.numberFormat: one format, an array of one, or one for each cell. */
export function writeNumberFormats(sheet: Sheet, area: Area, input: unknown): void {
  checkOpen(sheet, "allowFormatCells");
  const single = singleFormat(input);
  if (single !== undefined) {
    sheet.grid.restyle(area, { numberFormat: single });
    return;
  }
  if (isUnbounded(area)) throw fault("InvalidArgument");
  const at = matrixOf(input, area.rows, area.columns);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const format = at(row, column);
      if (format === null || format === undefined) continue;
      if (typeof format !== "string") throw fault("InvalidArgument", "a number format is a text");
      const numberFormat = format === "" ? "General" : format;
      sheet.grid.restyleCell(area.row + row, area.column + column, { numberFormat });
    }
  }
}

function singleFormat(input: unknown): string | undefined {
  const rows = Array.isArray(input) ? (input as unknown[]) : undefined;
  const row = rows?.length === 1 && Array.isArray(rows[0]) ? (rows[0] as unknown[]) : undefined;
  const value = rows === undefined ? input : row?.length === 1 ? row[0] : undefined;
  return typeof value === "string" ? value || "General" : undefined;
}

export function writeStyle(sheet: Sheet, area: Area, patch: StylePatch): void {
  checkOpen(sheet, "allowFormatCells");
  sheet.grid.restyle(area, patch);
}

/** Range.clear. */
export function clearArea(book: Workbook, sheet: Sheet, area: Area, applyTo: string): void {
  const known = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"];
  if (!known.includes(applyTo)) throw fault("InvalidArgument", `Range.clear("${applyTo}")`);
  const isAll = applyTo === "All";
  if (isAll || applyTo === "Contents") checkContentsOpen(sheet, area);
  if (applyTo !== "Contents") checkOpen(sheet, applyTo === "Formats" ? "allowFormatCells" : undefined);
  if (isAll) checkMergesWhole(sheet, area);
  if (isAll || applyTo === "Contents") clearContents(sheet, area);
  if (isAll || applyTo === "Formats") {
    clearFormats(sheet, area);
    // They are counted for the whole sheet, and go with the formats of its cells.
    sheet.others.conditionalFormats = 0;
  }
  if (applyTo.endsWith("Hyperlinks")) clearLinks(sheet, area);
  if (isAll) {
    removeWhere(sheet.merges, ({ area: merge }) => merge !== undefined && overlap(merge, area));
    setValidation(sheet, area, undefined);
  }
  if (isAll || applyTo === "Contents") {
    afterWriting(book, sheet, area);
    book.notify({ kind: "cells", sheet, area, how: "RangeEdited" });
  }
}

function clearContents(sheet: Sheet, area: Area): void {
  for (const { row, column } of [...sheet.grid.cellsIn(area)]) sheet.grid.empty(row, column);
}

/** Range.style: the look of a new sheet under what is formatted by conditions. */
export function applyNamedStyle(sheet: Sheet, area: Area, name: string): void {
  checkOpen(sheet, "allowFormatCells");
  if (name !== "Normal") throw fault("InvalidArgument", `the style ${name} is not simulated`);
  clearFormats(sheet, area);
}

function clearFormats(sheet: Sheet, area: Area): void {
  if (isWholeColumns(area)) forLines(sheet.grid.columns.styles, area.column, area.columns);
  if (isWholeRows(area)) forLines(sheet.grid.rows.styles, area.row, area.rows);
  for (const { row, column, cell } of [...sheet.grid.cellsIn(area)]) {
    const isNothing = cell.value === "" && cell.formula === undefined;
    sheet.grid.put(row, column, isNothing ? undefined : { ...cell, style: plainStyle });
  }
}

function forLines(styles: Map<number, unknown>, first: number, count: number): void {
  for (const line of [...styles.keys()]) if (line >= first && line < first + count) styles.delete(line);
}

function clearLinks(sheet: Sheet, area: Area): void {
  for (const { row, column, cell } of [...sheet.grid.cellsIn(area)]) {
    const { link: _, ...rest } = cell;
    sheet.grid.put(row, column, rest);
  }
}

/** Cells of a merged area other than its first take nothing. */
export function coveredCells(sheet: Sheet, area: Area): (row: number, column: number) => boolean {
  const merges = sheet.mergesIn().filter((merge) => overlap(merge, area));
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some((merge) => holdsCell(merge, row, column) && (row !== merge.row || column !== merge.column));
}

function afterWriting(book: Workbook, sheet: Sheet, area: Area): void {
  for (const table of book.tables) {
    if (table.sheet === sheet && overlap(headerOf(table), area)) nameHeaders(book, table);
  }
}

/** Range.merge. */
export function mergeArea(sheet: Sheet, area: Area, across: boolean): void {
  checkOpen(sheet, "allowFormatCells");
  checkMergesWhole(sheet, area);
  removeWhere(sheet.merges, ({ area: merge }) => merge !== undefined && overlap(merge, area));
  const rows = across ? area.rows : 1;
  for (let offset = 0; offset < rows; offset++) {
    const merged = across ? { ...area, row: area.row + offset, rows: 1 } : area;
    sheet.merges.push(sheet.track(merged));
    for (const { row, column } of [...sheet.grid.cellsIn(merged)]) {
      if (row !== merged.row || column !== merged.column) sheet.grid.empty(row, column);
    }
  }
}

export function unmergeArea(sheet: Sheet, area: Area): void {
  checkOpen(sheet, "allowFormatCells");
  removeWhere(sheet.merges, ({ area: merge }) => merge !== undefined && overlap(merge, area));
}

/** Rows or columns that are hidden or have a size of their own. */
export function visitLines(area: Area, axis: "row" | "column", act: (line: number) => void): void {
  const [first, last] = axis === "row" ? [area.row, lastRowOf(area)] : [area.column, lastColumnOf(area)];
  for (let line = first; line <= last; line++) act(line);
}
