/** What a cell holds in Apps Script: a number of a cell with a date format comes as a Date. */
export type GoogleValue = string | number | boolean | Date;
/** One property of the look of cells. */
export type Look = string | number | boolean | null;

/** The part of SpreadsheetApp that the port uses; what Google offers beyond is left aside. */
export interface GoogleRange {
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  getSheet(): GoogleSheet;
  getValues(): GoogleValue[][];
  setValues(values: readonly (readonly (string | number | boolean)[])[]): unknown;
  getFormulas(): string[][];
  setFormulas(formulas: readonly (readonly string[])[]): unknown;
  getNumberFormats(): string[][];
  setNumberFormats(formats: readonly (readonly string[])[]): unknown;
  getFontWeights(): Look[][];
  setFontWeights(looks: readonly (readonly Look[])[]): unknown;
  getFontStyles(): Look[][];
  setFontStyles(looks: readonly (readonly Look[])[]): unknown;
  getFontSizes(): Look[][];
  setFontSizes(looks: readonly (readonly Look[])[]): unknown;
  getFontColors(): Look[][];
  setFontColors(looks: readonly (readonly Look[])[]): unknown;
  getBackgrounds(): Look[][];
  setBackgrounds(looks: readonly (readonly Look[])[]): unknown;
  getHorizontalAlignments(): Look[][];
  setHorizontalAlignments(looks: readonly (readonly Look[])[]): unknown;
  getVerticalAlignments(): Look[][];
  setVerticalAlignments(looks: readonly (readonly Look[])[]): unknown;
  getWraps(): Look[][];
  setWraps(looks: readonly (readonly Look[])[]): unknown;
  getFontLines(): Look[][];
  getMergedRanges(): GoogleRange[];
  breakApart(): unknown;
  merge(): unknown;
  clearDataValidations(): unknown;
  setDataValidation(rule: unknown): unknown;
  setRichTextValue(value: unknown): unknown;
  activate(): unknown;
}

export interface GoogleRangeList {
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
  ): unknown;
  activate(): unknown;
}

export interface GoogleChartBuilder {
  setChartType(type: unknown): GoogleChartBuilder;
  addRange(range: GoogleRange): GoogleChartBuilder;
  setPosition(row: number, column: number, offsetX: number, offsetY: number): GoogleChartBuilder;
  setOption(option: string, value: unknown): GoogleChartBuilder;
  build(): GoogleChart;
}

export interface GoogleChart {
  getOptions(): { get(option: string): unknown };
}

export interface GoogleSheet {
  getName(): string;
  getSheetId(): number;
  getIndex(): number;
  getLastRow(): number;
  getLastColumn(): number;
  getMaxRows(): number;
  getMaxColumns(): number;
  insertRowsAfter(row: number, count: number): unknown;
  insertRowsBefore(row: number, count: number): unknown;
  insertColumnsAfter(column: number, count: number): unknown;
  getRange(row: number, column: number, rows: number, columns: number): GoogleRange;
  getRangeList(addresses: readonly string[]): GoogleRangeList;
  clear(): unknown;
  activate(): unknown;
  setFrozenRows(rows: number): unknown;
  setTabColor(color: string | null): unknown;
  setHiddenGridlines(isHidden: boolean): unknown;
  setColumnWidth(column: number, pixels: number): unknown;
  setRowHeightsForced(row: number, count: number, pixels: number): unknown;
  hideColumns(column: number, count: number): unknown;
  showColumns(column: number, count: number): unknown;
  hideSheet(): unknown;
  newChart(): GoogleChartBuilder;
  insertChart(chart: GoogleChart): unknown;
  getCharts(): GoogleChart[];
  removeChart(chart: GoogleChart): unknown;
}

export interface GoogleNamedRange {
  getName(): string;
  getRange(): GoogleRange;
  remove(): unknown;
}

export interface GoogleSpreadsheet {
  getName(): string;
  getSpreadsheetTimeZone(): string;
  getSheets(): GoogleSheet[];
  insertSheet(name: string, index: number): GoogleSheet;
  deleteSheet(sheet: GoogleSheet): unknown;
  getNamedRanges(): GoogleNamedRange[];
  setNamedRange(name: string, range: GoogleRange): unknown;
  getCurrentCell(): GoogleRange | null;
}

/** The services of Apps Script that the port is given. */
export interface GoogleServices {
  readonly spreadsheet: GoogleSpreadsheet;
  /** Utilities.formatDate: a moment as it is in a time zone. */
  readonly formatDate: (date: Date, timeZone: string, format: string) => string;
  /** A text with a link, for a cell. */
  readonly linkedText: (text: string, url: string) => unknown;
  /** A drop-down list that lets other values pass. */
  readonly choiceRule: (choices: readonly string[]) => unknown;
  /** Charts.ChartType. */
  readonly chartTypes: { readonly COLUMN: unknown; readonly LINE: unknown };
}
