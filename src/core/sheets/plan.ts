import type { CellRef } from "../grid/grid";
import type { Decimal } from "../money/decimal";

/** How a cell looks. Styles are shared constants: the writer gives equal styles one entry. */
export interface CellStyle {
  /** An Excel number format code, e.g. `#,##0.00`. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points; the workbook's default where absent. */
  readonly size?: number;
  /** RRGGBB of the font. */
  readonly color?: string;
  /** RRGGBB of a solid fill. */
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wrap?: boolean;
  readonly border?: "top" | "bottom" | "topAndBottom";
}

/**
 * One cell to write. Text is always written as text, whatever it starts with; only `formula`
 * (native, English names, no leading =) makes a formula, and `value` is then its stored result.
 */
export interface PlannedCell {
  readonly value: string | number | boolean | Decimal;
  readonly formula?: string;
  readonly style?: CellStyle;
  /** A click on the cell goes here. */
  readonly link?: CellRef;
}

export type PlannedRow = readonly (PlannedCell | null)[];

/** Rows of a plan: an array, or what makes them a few at a time, since the cells of a million would fill the memory. */
export interface PlannedRows {
  readonly length: number;
  /** Cells in a row, where that is known before they are made; some may be empty. */
  readonly width?: number;
  slice(from: number, to: number): readonly PlannedRow[];
}

export interface PlannedTable {
  /** The table's name in Excel: letters, digits and underscores. */
  readonly name: string;
  /** 0-based row of the header in `rows`; the table runs to the last row and starts in column A. */
  readonly headerRow: number;
  readonly columns: readonly string[];
}

export interface PlannedImage {
  readonly bytes: Uint8Array;
  readonly type: "png" | "jpeg";
  /** Top left cell, 0-based. */
  readonly row: number;
  readonly column: number;
  /** The box it must fit in, in pixels at 96 dpi; the aspect ratio is kept. */
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** Cells of the sheet that a chart shows, 0-based and inclusive. */
export interface ChartRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
}

/** A chart beside the cells that it shows: bars side by side or stacked, or lines. */
export interface PlannedChart {
  readonly kind: "bars" | "stackedBars" | "lines";
  readonly title: string;
  readonly categories: ChartRange;
  /** One series a column, named by its header. */
  readonly series: readonly { readonly name: string; readonly values: ChartRange }[];
  /** Top left cell, 0-based. */
  readonly row: number;
  readonly column: number;
}

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  /** 0-based first and last row printed at the top of every page. */
  readonly repeatRows?: readonly [number, number];
  /** Excel's header and footer codes, e.g. `&CPage &P of &N`. */
  readonly footer?: string;
  /** Pages, one below the other, that the sheet is scaled down to; as many as it takes where absent. */
  readonly pages?: number;
  /** 0-based rows that begin a new page. */
  readonly breaks?: readonly number[];
}

/** A drop-down list for the cells of one column. */
export interface PlannedChoice {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly choices: readonly string[];
}

/** One whole sheet to write. A sheet of the same name is replaced in its place, else it is added at the end. */
export interface PlannedSheet {
  readonly name: string;
  readonly rows: readonly PlannedRow[];
  /** Widths in characters, by column. */
  readonly widths: readonly number[];
  /** 0-based columns that are there but not shown. */
  readonly hiddenColumns?: readonly number[];
  /** Columns that were empty when the sheet was last written and are not any more: shown again where they were hidden. */
  readonly revealedColumns?: readonly number[];
  /** Row heights in points, by 0-based row. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly table?: PlannedTable;
  /** Rows that stay at the top when scrolling. */
  readonly frozenRows?: number;
  /** Merged areas as A1 references. */
  readonly merges?: readonly string[];
  readonly choices?: readonly PlannedChoice[];
  readonly image?: PlannedImage;
  readonly charts?: readonly PlannedChart[];
  readonly page?: PageSetup;
  readonly hideGridLines?: boolean;
  /** RRGGBB of the sheet's tab. */
  readonly tabColor?: string;
  /** The sheet is there but not shown; one that people have shown stays as it is. */
  readonly isHidden?: true;
}

/** Rows to add below the last row of a sheet that exists, by its columns; the sheet keeps all else. */
export interface AppendedRows {
  readonly sheet: string;
  /** 0-based row to begin at. */
  readonly firstRow: number;
  readonly rows: PlannedRows;
  /** They have no more than the look that they are planned with; other rows take that of the row above. */
  readonly hasOwnLook?: boolean;
  /** Their heights in points, by 0-based row of the sheet. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Something is there: it moves down, and what names its cells follows. */
  readonly movesRowsBelow?: boolean;
  /** Titles of columns that the Excel table of these rows gets right behind its last one; edits write them into its header. */
  readonly tableColumns?: readonly string[];
}

/** A value to put into one cell of a sheet that exists: a note beside a finding, a status, a setting. */
export interface CellEdit {
  readonly at: CellRef;
  readonly value: string | number | boolean;
  /** In place of the look that the cell has: that of a day, which would be a bare number without it. */
  readonly style?: CellStyle;
}

/** All that a run would change in the workbook, as a value that can be shown before anything happens. */
export interface WritePlan {
  readonly sheets: readonly PlannedSheet[];
  readonly removedSheets: readonly string[];
  readonly appended: readonly AppendedRows[];
  readonly edits?: readonly CellEdit[];
}
