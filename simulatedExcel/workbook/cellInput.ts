import { areaText } from "./address";
import { cellAt } from "./area";
import type { Cell } from "./cell";
import { fault } from "./fault";
import type { Sheet } from "./sheet";
import { restyle } from "./style";
import { typeText, type Typed } from "./typedText";
import type { Workbook } from "./workbook";

/** One element of Range.values or Range.formulas: null leaves the cell, "" clears it. */
export function putInput(book: Workbook, sheet: Sheet, row: number, column: number, input: unknown): void {
  if (input === null || input === undefined) return;
  if (input === "") {
    sheet.grid.empty(row, column);
    return;
  }
  const style = sheet.grid.styleAt(row, column);
  const { value, formula, format } = typed(book, input, style.numberFormat === "@");
  const isFormatted = format !== undefined && style.numberFormat === "General";
  const link = sheet.grid.at(row, column)?.link;
  // Most cells are this; a million of them are written by some tests.
  if (formula === undefined && link === undefined && !isFormatted) {
    sheet.grid.put(row, column, { value, style });
    return;
  }
  const cell: Cell = {
    value: formula === undefined ? value : resultOf(book, sheet, row, column, formula),
    ...(formula === undefined ? {} : { formula }),
    style: isFormatted ? restyle(style, { numberFormat: format }) : style,
    ...(link === undefined ? {} : { link }),
  };
  sheet.grid.put(row, column, cell);
}

function typed(book: Workbook, input: unknown, isTextCell: boolean): Typed {
  switch (typeof input) {
    case "string":
      return typeText(input, isTextCell, book);
    case "number":
      return { value: isTextCell ? String(input) : input };
    case "boolean":
      return { value: isTextCell ? String(input).toUpperCase() : input };
    default:
      throw fault("InvalidArgument", `${JSON.stringify(input)} is no value of a cell`);
  }
}

function resultOf(book: Workbook, sheet: Sheet, row: number, column: number, formula: string) {
  return book.calculate(formula, sheet.name, areaText(cellAt(row, column))) ?? 0;
}

/** Rows of a 2-D array that fits; a single value stands for every cell. */
export function matrixOf(
  input: unknown,
  rows: number,
  columns: number,
): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const fits = input.length === rows && input.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    const given = input.map((row) => (Array.isArray(row) ? row.length : "no array"));
    const shape = `${String(input.length)} rows of ${[...new Set(given)].join(" or ")}`;
    throw fault(
      "InvalidArgument",
      `the array has ${shape} columns, the range ${String(rows)} rows of ${String(columns)}`,
    );
  }
  const matrix = input as unknown[][];
  return (row, column) => matrix[row]![column];
}
