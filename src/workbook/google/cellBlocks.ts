import type { CellStyle, PlannedCell, PlannedRow } from "../../core/api";
import { asText, inputOf, type CellInput } from "../port/typed";
import type { GoogleRange, GoogleSheet, GoogleValue, Look } from "./api";
import { NO_FORMAT } from "./readBook";

/** A property of the look of cells: how a style says it, and how a block of cells is asked and told. */
interface LookOf {
  readonly of: (style: CellStyle) => Look | undefined;
  readonly none: Look;
  readonly get: (range: GoogleRange) => Look[][];
  readonly set: (range: GoogleRange, looks: readonly (readonly Look[])[]) => unknown;
}

const color = (hex: string | undefined) => (hex === undefined ? undefined : `#${hex}`);

const looks: readonly LookOf[] = [
  {
    of: ({ bold }) => (bold === true ? "bold" : undefined),
    none: "normal",
    get: (range) => range.getFontWeights(),
    set: (range, values) => range.setFontWeights(values),
  },
  {
    of: ({ italic }) => (italic === true ? "italic" : undefined),
    none: "normal",
    get: (range) => range.getFontStyles(),
    set: (range, values) => range.setFontStyles(values),
  },
  {
    of: ({ size }) => size,
    none: 10,
    get: (range) => range.getFontSizes(),
    set: (range, values) => range.setFontSizes(values),
  },
  {
    of: (style) => color(style.color),
    none: "#000000",
    get: (range) => range.getFontColors(),
    set: (range, values) => range.setFontColors(values),
  },
  {
    of: ({ fill }) => color(fill),
    none: null,
    get: (range) => range.getBackgrounds(),
    set: (range, values) => range.setBackgrounds(values),
  },
  {
    of: ({ align }) => align,
    none: null,
    get: (range) => range.getHorizontalAlignments(),
    set: (range, values) => range.setHorizontalAlignments(values),
  },
  {
    of: ({ vertical }) => (vertical === "center" ? "middle" : vertical),
    none: "bottom",
    get: (range) => range.getVerticalAlignments(),
    set: (range, values) => range.setVerticalAlignments(values),
  },
  {
    of: ({ wrap }) => wrap,
    none: false,
    get: (range) => range.getWraps(),
    set: (range, values) => range.setWraps(values),
  },
];

/** Makes room for a block of cells. */
export function makeRoom(sheet: GoogleSheet, rows: number, columns: number): void {
  const [mostRows, mostColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > mostRows) sheet.insertRowsAfter(mostRows, rows - mostRows);
  if (columns > mostColumns) sheet.insertColumnsAfter(mostColumns, columns - mostColumns);
}

const table = <Value>(rows: number, columns: number, at: (row: number, column: number) => Value): Value[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(row, column)));

/** A planned cell as what is typed; of a formula its result, which stands there until the formula is set. */
const valueOf = (cell: PlannedCell | null | undefined): CellInput => (cell ? inputOf(cell.value) : "");

/** Runs of formulas down a column, so that one call sets each; cells without a formula keep their value. */
function setFormulas(sheet: GoogleSheet, rows: readonly PlannedRow[], firstRow: number, width: number): void {
  for (let column = 0; column < width; column++)
    for (let row = 0; row < rows.length; row++) {
      const run: string[][] = [];
      const start = row;
      for (let cell = rows[row]?.[column]; cell?.formula !== undefined; cell = rows[++row]?.[column])
        run.push([`=${cell.formula}`]);
      if (run.length > 0) sheet.getRange(firstRow + start + 1, column + 1, run.length, 1).setFormulas(run);
    }
}

const styleIn = (rows: readonly PlannedRow[]) => (row: number, column: number) =>
  rows[row]?.[column]?.style ?? {};

/** Sets the looks of a block but for its number formats. */
function setLooks(range: GoogleRange, rows: readonly PlannedRow[], width: number): void {
  const styleAt = styleIn(rows);
  for (const { of, none, set } of looks)
    set(
      range,
      table(rows.length, width, (row, column) => of(styleAt(row, column)) ?? none),
    );
}

/** Writes a block of planned cells with their looks; every call is for the whole block. */
export function writeBlock(sheet: GoogleSheet, rows: readonly PlannedRow[], width: number): void {
  if (rows.length === 0 || width === 0) return;
  makeRoom(sheet, rows.length, width);
  const range = sheet.getRange(1, 1, rows.length, width);
  const styleAt = styleIn(rows);
  range.setNumberFormats(
    table(rows.length, width, (row, column) => styleAt(row, column).format ?? NO_FORMAT),
  );
  range.setValues(table(rows.length, width, (row, column) => valueOf(rows[row]?.[column])));
  setLooks(range, rows, width);
  setFormulas(sheet, rows, 0, width);
}

/** What a cell was, as it is typed to stand there again. */
function typedAgain(value: GoogleValue, formula: string, serialOf: (date: Date) => number): CellInput {
  if (formula !== "") return formula;
  if (typeof value === "string") return asText(value);
  return typeof value === "object" ? serialOf(value) : value;
}

/** A block of cells with their looks, as they were. */
export interface BlockBefore {
  readonly rows: number;
  readonly columns: number;
  readonly inputs: readonly (readonly CellInput[])[];
  readonly formats: readonly (readonly string[])[];
  readonly looks: readonly (readonly (readonly Look[])[])[];
}

/** All cells of a sheet with their looks. */
export function blockBefore(sheet: GoogleSheet, serialOf: (date: Date) => number): BlockBefore {
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (rows === 0) return { rows, columns, inputs: [], formats: [], looks: [] };
  const range = sheet.getRange(1, 1, rows, columns);
  const [values, formulas] = [range.getValues(), range.getFormulas()];
  return {
    rows,
    columns,
    inputs: table(rows, columns, (row, column) =>
      typedAgain(values[row]![column]!, formulas[row]![column]!, serialOf),
    ),
    formats: range.getNumberFormats(),
    looks: looks.map(({ get }) => get(range)),
  };
}

/** Puts a block back into a sheet that has been cleared. */
export function putBlockBack(sheet: GoogleSheet, before: BlockBefore): void {
  if (before.rows === 0) return;
  makeRoom(sheet, before.rows, before.columns);
  const range = sheet.getRange(1, 1, before.rows, before.columns);
  range.setNumberFormats(before.formats);
  range.setValues(before.inputs);
  for (const [index, { set }] of looks.entries()) set(range, before.looks[index]!);
}

/**
 * Rows below others: what a row has no cell for stays, and a cell without a format has that of the cell above where it
 * `inherits` its look.
 */
export function writeRowsBelow(
  sheet: GoogleSheet,
  rows: readonly PlannedRow[],
  firstRow: number,
  width: number,
  inherits: boolean,
  serialOf: (date: Date) => number,
): void {
  if (rows.length === 0 || width === 0) return;
  makeRoom(sheet, firstRow + rows.length, width);
  const range = sheet.getRange(firstRow + 1, 1, rows.length, width);
  const [values, formulas] = [range.getValues(), range.getFormulas()];
  const above = inherits && firstRow > 0 ? sheet.getRange(firstRow, 1, 1, width).getNumberFormats()[0]! : [];
  const formats = range.getNumberFormats();
  range.setNumberFormats(
    table(rows.length, width, (row, column) => {
      const cell = rows[row]?.[column];
      if (!cell) return formats[row]![column]!;
      return cell.style?.format ?? above[column] ?? NO_FORMAT;
    }),
  );
  range.setValues(
    table(rows.length, width, (row, column) => {
      const cell = rows[row]?.[column];
      return cell ? valueOf(cell) : typedAgain(values[row]![column]!, formulas[row]![column]!, serialOf);
    }),
  );
  if (!inherits) setLooks(range, rows, width);
  setFormulas(sheet, rows, firstRow, width);
}

/** A value of an edit as it is typed. */
export const editInput = (value: string | number | boolean): CellInput =>
  typeof value === "string" ? asText(value) : value;
