import { CellKind, type Snapshot } from "../../src/core/api";
import { viewCell } from "../../src/core/schema/viewCell";
import type {
  GoogleChart,
  GoogleChartBuilder,
  GoogleNamedRange,
  GoogleRange,
  GoogleServices,
  GoogleSheet,
  GoogleSpreadsheet,
  GoogleValue,
  Look,
} from "../../src/workbook/google/api";
import { kindOfFormat } from "../../src/workbook/xlsx/styles/numberFormat";

const DEFAULT_FORMAT = "0.###############";
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** The spreadsheet's clock is so far from that of the script, as it is for most people. */
const SHIFT = 5 * 3_600_000 + 1_800_000;

type Looks = Record<string, Look>;
const plainLooks: Looks = {
  weight: "normal",
  style: "normal",
  size: 10,
  color: "#000000",
  background: "#ffffff",
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  line: "none",
};

class Cell {
  value: string | number | boolean = "";
  formula = "";
  format = DEFAULT_FORMAT;
  looks: Looks = { ...plainLooks };
  validation: unknown = undefined;
  url = "";

  /** As if typed: what looks like something else than text becomes it, unless an apostrophe says that it is text. */
  type(input: string | number | boolean): void {
    this.formula = "";
    this.url = "";
    if (typeof input !== "string") this.value = input;
    else if (input.startsWith("'")) this.value = input.slice(1);
    else if (input.startsWith("=")) [this.formula, this.value] = [input, "#NAME?"];
    else if (/^(?:true|false)$/i.test(input)) this.value = /^t/i.test(input);
    else if (input.trim() !== "" && Number.isFinite(Number(input))) this.value = Number(input);
    else if (/^\d+[/.-]\d+|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(input)) {
      [this.value, this.format] = [46_000, "m/d/yyyy"];
    } else this.value = input;
    if (typeof this.value === "string" && this.value.length > 50_000) throw new Error("too long for a cell");
  }

  /** Numbers of cells with a date format come as moments of the spreadsheet's clock. */
  get shown(): GoogleValue {
    const kind = typeof this.value === "number" ? kindOfFormat(this.format) : CellKind.number;
    const isMoment = kind === CellKind.date || kind === CellKind.time;
    return isMoment ? new Date(EPOCH + Math.round((this.value as number) * DAY) - SHIFT) : this.value;
  }
}

interface Rectangle {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const meets = (a: Rectangle, b: Rectangle) =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

class Sheet {
  readonly cells = new Map<string, Cell>();
  readonly merges: Rectangle[] = [];
  readonly charts: MemoryChart[] = [];
  frozen = 0;
  isHidden = false;

  constructor(
    readonly book: MemorySpreadsheet,
    readonly name: string,
    readonly id: number,
    private maxRows = 1000,
    private maxColumns = 26,
  ) {}

  at(row: number, column: number): Cell {
    const key = `${String(row)} ${String(column)}`;
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = new Cell()));
    return cell;
  }

  private last(axis: 0 | 1): number {
    let last = 0;
    for (const [key, cell] of this.cells)
      if (cell.value !== "" || cell.formula !== "") last = Math.max(last, Number(key.split(" ")[axis]));
    return last;
  }

  getName = () => this.name;
  getSheetId = () => this.id;
  getIndex = () => this.book.sheets.indexOf(this) + 1;
  getLastRow = () => this.last(0);
  getLastColumn = () => this.last(1);
  getMaxRows = () => this.maxRows;
  getMaxColumns = () => this.maxColumns;
  insertRowsAfter = (row: number, count: number) => {
    if (row !== this.maxRows) throw new Error("only below the last row");
    this.maxRows += count;
  };
  insertColumnsAfter = (column: number, count: number) => {
    if (column !== this.maxColumns) throw new Error("only behind the last column");
    this.maxColumns += count;
  };
  insertRowsBefore = (row: number, count: number) => {
    const moved = [...this.cells].map(([key, cell]): [string, Cell] => {
      const [at = 0, column = 0] = key.split(" ").map(Number);
      return [`${String(at >= row ? at + count : at)} ${String(column)}`, cell];
    });
    this.cells.clear();
    for (const [key, cell] of moved) this.cells.set(key, cell);
    for (const named of this.book.named.values())
      if (named.sheet === this && named.row >= row) named.row += count;
    this.maxRows += count;
  };
  getRange = (row: number, column: number, rows: number, columns: number): GoogleRange => {
    if (rows < 1 || columns < 1) throw new Error("The number of rows in the range must be at least 1.");
    if (row + rows - 1 > this.maxRows || column + columns - 1 > this.maxColumns)
      throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
    return new Range(this, { row, column, rows, columns });
  };
  getRangeList = () => ({ setBorder: () => undefined, activate: () => undefined });
  clear = () => this.cells.clear();
  activate = () => undefined;
  setFrozenRows = (rows: number) => (this.frozen = rows);
  setTabColor = () => undefined;
  setHiddenGridlines = () => undefined;
  setColumnWidth = (column: number, pixels: number) => {
    if (column > this.maxColumns || pixels < 2) throw new Error("no such column, or too narrow");
  };
  setRowHeightsForced = (row: number, count: number, pixels: number) => {
    if (row + count - 1 > this.maxRows || pixels < 2) throw new Error("no such row, or too low");
  };
  hideColumns = () => undefined;
  showColumns = () => undefined;
  hideSheet = () => (this.isHidden = true);
  newChart = (): GoogleChartBuilder => new ChartBuilder();
  insertChart = (chart: GoogleChart) => this.charts.push(chart as MemoryChart);
  getCharts = () => [...this.charts];
  removeChart = (chart: GoogleChart) => this.charts.splice(this.charts.indexOf(chart as MemoryChart), 1);
}

export interface MemoryChart extends GoogleChart {
  readonly type: unknown;
  readonly ranges: readonly GoogleRange[];
  readonly options: ReadonlyMap<string, unknown>;
}

class ChartBuilder implements GoogleChartBuilder {
  private type: unknown;
  private readonly ranges: GoogleRange[] = [];
  private readonly options = new Map<string, unknown>();

  setChartType = (type: unknown) => ((this.type = type), this);
  addRange = (range: GoogleRange) => (this.ranges.push(range), this);
  setPosition = () => this;
  setOption = (option: string, value: unknown) => (this.options.set(option, value), this);
  build = (): MemoryChart => ({
    type: this.type,
    ranges: this.ranges,
    options: this.options,
    getOptions: () => ({ get: (option) => this.options.get(option) ?? null }),
  });
}

type Rows<Value> = readonly (readonly Value[])[];

class Range implements GoogleRange {
  constructor(
    private readonly sheet: Sheet,
    private readonly area: Rectangle,
  ) {}

  private map<Value>(of: (cell: Cell) => Value): Value[][] {
    const { row, column, rows, columns } = this.area;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => of(this.sheet.at(row + down, column + right))),
    );
  }

  /** Google refuses a block that is not of the size of the range. */
  private each<Value>(values: Rows<Value>, set: (cell: Cell, value: Value) => void): void {
    const { row, column, rows, columns } = this.area;
    if (values.length !== rows || values.some((cells) => cells.length !== columns))
      throw new Error("The number of rows or columns in the data does not match that of the range.");
    values.forEach((cells, down) =>
      cells.forEach((value, right) => set(this.sheet.at(row + down, column + right), value)),
    );
  }

  private look = (name: string) => () => this.map(({ looks }) => looks[name]!);
  private setLook = (name: string) => (values: Rows<Look>) =>
    this.each(values, (cell, value) => (cell.looks[name] = value ?? plainLooks[name]!));

  getRow = () => this.area.row;
  getColumn = () => this.area.column;
  getNumRows = () => this.area.rows;
  getNumColumns = () => this.area.columns;
  getSheet = () => this.sheet as unknown as GoogleSheet;
  getValues = () => this.map((cell) => cell.shown);
  setValues = (values: Rows<string | number | boolean>) =>
    this.each(values, (cell, value) => cell.type(value));
  getFormulas = () => this.map(({ formula }) => formula);
  /** Nothing calculates here: what the cell held is taken for the result, as a calculation would give it. */
  setFormulas = (formulas: Rows<string>) =>
    this.each(formulas, (cell, formula) => {
      if (!formula.startsWith("=")) throw new Error("no formula");
      cell.formula = formula;
    });
  getNumberFormats = () => this.map(({ format }) => format);
  setNumberFormats = (formats: Rows<string>) =>
    this.each(formats, (cell, format) => {
      if (typeof format !== "string" || format === "") throw new Error("no format");
      cell.format = format;
    });
  getFontWeights = this.look("weight");
  setFontWeights = this.setLook("weight");
  getFontStyles = this.look("style");
  setFontStyles = this.setLook("style");
  getFontSizes = this.look("size");
  setFontSizes = this.setLook("size");
  getFontColors = this.look("color");
  setFontColors = this.setLook("color");
  getBackgrounds = this.look("background");
  setBackgrounds = this.setLook("background");
  getHorizontalAlignments = this.look("horizontal");
  setHorizontalAlignments = this.setLook("horizontal");
  getVerticalAlignments = this.look("vertical");
  setVerticalAlignments = this.setLook("vertical");
  getWraps = this.look("wrap");
  setWraps = this.setLook("wrap");
  getFontLines = this.look("line");
  getMergedRanges = () =>
    this.sheet.merges.filter((merge) => meets(merge, this.area)).map((merge) => new Range(this.sheet, merge));
  breakApart = () => {
    const kept = this.sheet.merges.filter((merge) => !meets(merge, this.area));
    this.sheet.merges.splice(0, Infinity, ...kept);
  };
  merge = () => {
    if (this.sheet.merges.some((merge) => meets(merge, this.area))) throw new Error("merged already");
    this.sheet.merges.push(this.area);
  };
  clearDataValidations = () => undefined;
  setDataValidation = (rule: unknown) => void this.map((cell) => (cell.validation = rule));
  setRichTextValue = (rich: unknown) => {
    const { text, url } = rich as { text: string; url: string };
    const cell = this.sheet.at(this.area.row, this.area.column);
    [cell.value, cell.formula, cell.url] = [text, "", url];
  };
  activate = () => (this.sheet.book.current = this);
}

interface Named extends Rectangle {
  readonly sheet: Sheet;
}

/** A spreadsheet in memory, as far as the port asks for one: strict where Google is, and with a clock of its own. */
export class MemorySpreadsheet {
  readonly sheets: Sheet[] = [];
  readonly named = new Map<string, Named>();
  current: GoogleRange | null = null;
  private nextId = 1;

  constructor(book: Snapshot) {
    for (const grid of book.grids) {
      const sheet = this.add(
        grid.sheet,
        this.sheets.length,
        Math.max(1000, grid.rowCount),
        Math.max(26, grid.columns.length),
      );
      for (let row = 0; row < grid.rowCount; row++)
        for (let column = 0; column < grid.columns.length; column++) {
          const { kind, number, text } = viewCell(grid, row, column);
          if (kind === CellKind.blank) continue;
          const cell = sheet.at(row + 1, column + 1);
          cell.value = kind === CellKind.text || kind === CellKind.error ? text : number;
          if (kind === CellKind.boolean) cell.value = number === 1;
          if (kind === CellKind.date) cell.format = "yyyy-mm-dd";
          if (kind === CellKind.percent) cell.format = "0.00%";
          if (kind === CellKind.error) cell.formula = "=NA()";
        }
    }
    for (const { name, sheet, firstRow, lastRow, firstColumn, lastColumn } of book.tables)
      this.named.set(`Table_${name}`, {
        sheet: this.sheets.find((candidate) => candidate.name === sheet)!,
        row: firstRow + 1,
        column: firstColumn + 1,
        rows: lastRow - firstRow + 1,
        columns: lastColumn - firstColumn + 1,
      });
  }

  private add(name: string, index: number, rows?: number, columns?: number): Sheet {
    if (this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`A sheet with the name "${name}" already exists.`);
    const sheet = new Sheet(this, name, this.nextId++, rows, columns);
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  getName = () => "Harbour";
  getSpreadsheetTimeZone = () => "Asia/Kolkata";
  getSheets = () => this.sheets as unknown as GoogleSheet[];
  insertSheet = (name: string, index: number) => this.add(name, index) as unknown as GoogleSheet;
  deleteSheet = (sheet: GoogleSheet) => {
    if (this.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.sheets.splice(this.sheets.indexOf(sheet as unknown as Sheet), 1);
    for (const [name, range] of this.named) if (!this.sheets.includes(range.sheet)) this.named.delete(name);
  };
  getNamedRanges = (): GoogleNamedRange[] =>
    [...this.named].map(([name, { sheet, ...area }]) => ({
      getName: () => name,
      getRange: () => new Range(sheet, area),
      remove: () => this.named.delete(name),
    }));
  setNamedRange = (name: string, range: GoogleRange) => {
    // Letters, digits and underscores, and nothing that is an address.
    if (!/^[A-Za-z_]\w{0,249}$/.test(name) || /^(?:[A-Z]{1,3}\d+|R\d*C\d*|true|false)$/i.test(name))
      throw new Error(`The name ${name} is not allowed for a range.`);
    this.named.set(name, {
      sheet: range.getSheet() as unknown as Sheet,
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    });
  };
  getCurrentCell = () => this.current;
}

/** The services of Apps Script around a spreadsheet in memory. */
export function memoryGoogle(
  book: Snapshot,
): GoogleServices & { readonly spreadsheet: GoogleSpreadsheet & MemorySpreadsheet } {
  return {
    spreadsheet: new MemorySpreadsheet(book),
    formatDate: (date, timeZone, format) => {
      if (timeZone !== "Asia/Kolkata" || format !== "yyyy-MM-dd-HH-mm-ss-SSS") throw new Error("unexpected");
      return new Date(date.getTime() + SHIFT).toISOString().replace(/[T:.]/g, "-").replace("Z", "");
    },
    linkedText: (text, url) => ({ text, url }),
    choiceRule: (choices) => ({ choices }),
    chartTypes: { COLUMN: "COLUMN", LINE: "LINE" },
  };
}
