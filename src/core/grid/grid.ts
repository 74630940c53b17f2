import type { Texts } from "./texts";

/**
 * A sheet as columns: a byte of kind and a number a cell, texts in a dictionary per column.
 * A million usage rows of six columns fit in about 60 MB, and a row costs no object.
 */
export const CellKind = {
  blank: 0,
  number: 1,
  text: 2,
  boolean: 3,
  /** An error value such as #N/A; its text is in the dictionary. */
  error: 4,
  /** A number in a cell with a date format: an Excel serial in the workbook's date system. */
  date: 5,
  /** A number in a cell with a percent format: the fraction (0.12 shows as 12 %). */
  percent: 6,
  /** A number in a cell that shows hours, minutes or seconds alone: a share of a day, 0.3125 is 7:30. */
  time: 7,
} as const;
/** The error that stands for a formula whose result the file does not hold: the program that wrote it did not calculate. */
export const NO_RESULT = "#NO VALUE";

export type CellKind = (typeof CellKind)[keyof typeof CellKind];

export interface GridColumn {
  /** CellKind per row; a column ends with its last cell, and what is beyond is blank. */
  readonly kinds: Uint8Array;
  /** The number, 0 or 1 for a boolean, or an index into `texts` for a text and an error. */
  readonly values: Int32Array | Float64Array;
  /** Each once: cells hold the same text where they hold the same index. */
  readonly texts: Texts;
  /** Signs of money that the formats of numbers show; undefined where no cell has one. */
  readonly currencies?: ShownMarks;
  /** Words beside the figure that the formats of numbers show: ct, MWh, €/100 kWh. */
  readonly units?: ShownMarks;
  /** How many digits the formats of numbers show at least: 00000 shows 101 as 00101. */
  readonly digits?: ShownMarks;
  /** 1 for each row whose cell is struck out; undefined where none is. */
  readonly struck?: Uint8Array;
}

/** What the number format of a cell shows beside its figure: an index into `marks` per row, 0 for nothing. */
export interface ShownMarks {
  readonly of: Uint8Array;
  /** As shown: €, $ or an ISO code, or a unit; index 1 is the first. */
  readonly marks: readonly string[];
}

/** What a text file says beyond its cells. */
export interface FileText {
  readonly delimiter: string;
  /** The line of the file on which a row begins, 1-based. */
  readonly lines: Int32Array;
  /** Fields of a row, empty ones at its end too. */
  readonly fields: Int32Array;
  /** Fields of a row; empty ones at its end do not count. */
  readonly widths: Int32Array;
  /**
   * Rows of the file that a row here stands for, where they were added up as the file was read: below 0 where each of
   * them had an Event ID of its own. 0 for a row that is itself.
   */
  readonly counts?: Int32Array;
  /** SHA-256 of a file whose rows are billed and not copied into the workbook. */
  readonly sha256?: string;
}

export interface Grid {
  /** The sheet's name, or the file's. */
  readonly sheet: string;
  /** Rows from row 1 of the sheet to the last that holds anything; index 0 is row 1. */
  readonly rowCount: number;
  /** Index 0 is column A. */
  readonly columns: readonly GridColumn[];
  /** Set for a text file (CSV). */
  readonly file?: FileText;
  /** 1 for each row that is hidden, by hand, by a filter or in a group; undefined where none is. */
  readonly hidden?: Uint8Array;
}

/** An area of cells that is one cell to the eye; its value is in the first. 0-based and inclusive. */
export interface MergedArea {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** An Excel table (ListObject). Rows and columns are 0-based and inclusive; the first row is the header. */
export interface TableArea {
  readonly name: string;
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Picture {
  readonly sheet: string;
  readonly bytes: Uint8Array;
  readonly type: "png" | "jpeg";
}

/** Everything read from a workbook, before anything is understood. */
export interface Snapshot {
  readonly grids: readonly Grid[];
  readonly tables: readonly TableArea[];
  /** The workbook itself counts days from 1904 (an old Mac workbook); the serials here count from 1900 either way. */
  readonly date1904: boolean;
  readonly pictures: readonly Picture[];
  /** Merged areas, where the reader looks for them. */
  readonly merges?: readonly MergedArea[];
  /** Files whose rows are billed with those of Usage; each is a source of its own. */
  readonly usageFiles?: readonly Grid[];
  /** Names of files that the workbook lists and that were found with another content. */
  readonly changedUsageFiles?: readonly string[];
}

/** A workbook without a sheet, for a table that stands alone. */
export const emptySnapshot: Snapshot = { grids: [], tables: [], date1904: false, pictures: [] };

/** A cell by sheet and 0-based row and column. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Set for a place in a text file: its line, 1-based; `sheet` is then the file's name. */
  readonly line?: number;
}

/** The sign or code of money in the number format of a cell; undefined where it shows none. */
export function currencyOfCell(grid: Grid, row: number, column: number): string | undefined {
  return markAt(grid.columns[column]?.currencies, row);
}

/** The unit in the number format of a cell; undefined where it shows none. */
export function unitOfCell(grid: Grid, row: number, column: number): string | undefined {
  return markAt(grid.columns[column]?.units, row);
}

/** The digits that the number format of a cell shows at least; undefined where it shows a number as it is. */
export function digitsOfCell(grid: Grid, row: number, column: number): number | undefined {
  const mark = markAt(grid.columns[column]?.digits, row);
  return mark === undefined ? undefined : Number(mark);
}

function markAt(shown: ShownMarks | undefined, row: number): string | undefined {
  return shown?.marks[(shown.of[row] ?? 0) - 1];
}

/** `columnName(0)` is A, `columnName(27)` is AB. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The address of a cell without its sheet: row 13, column 2 is C14; in a text file it is the line. */
export function cellAddress(ref: Pick<CellRef, "row" | "column" | "line">): string {
  if (ref.line !== undefined) return `line ${String(ref.line)}`;
  return columnName(ref.column) + String(ref.row + 1);
}
