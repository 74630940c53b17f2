import ExcelJS from "exceljs";
import { parseReference } from "../workbook/address";
import { bounding, type Area } from "../workbook/area";
import { errorOf, type Cell, type CellValue, type Hyperlink } from "../workbook/cell";
import type { Sheet } from "../workbook/sheet";
import { plainStyle, restyle } from "../workbook/style";
import { setValidation } from "../workbook/validation";
import { Workbook } from "../workbook/workbook";
import { serialFromDate } from "../workbook/serial";
import { pointsOfWidth } from "./columnWidth";
import { stylePatchOf } from "./fileStyle";
import { readPictures } from "./readPictures";

type Validations = ReadonlyMap<ExcelJS.DataValidation, readonly Area[]>;

interface ParsedFile {
  readonly file: ExcelJS.Workbook;
  readonly sheets: readonly { readonly worksheet: ExcelJS.Worksheet; readonly validations: Validations }[];
}

/** Tests open the same bytes again and again, and parsing them takes as long as all the rest. */
const parsed = new WeakMap<Uint8Array, Promise<ParsedFile>>();

async function parse(bytes: Uint8Array): Promise<ParsedFile> {
  const file = await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
  const sheets = file.worksheets.map((worksheet) => ({ worksheet, validations: validatedAreas(worksheet) }));
  return { file, sheets };
}

function parsedOnce(bytes: Uint8Array): Promise<ParsedFile> {
  const known = parsed.get(bytes);
  if (known) return known;
  const parsing = parse(bytes);
  parsed.set(bytes, parsing);
  return parsing;
}

/** A workbook out of the bytes of an .xlsx; README.md says what is not carried. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<Workbook> {
  const { file, sheets } = await parsedOnce(bytes);
  const book = new Workbook();
  book.date1904 = file.properties.date1904 ?? false;
  for (const { worksheet, validations } of sheets) readSheet(book, worksheet, validations);
  readNames(book, file);
  readPictures(book, bytes);
  return book;
}

function readSheet(book: Workbook, worksheet: ExcelJS.Worksheet, validations: Validations): void {
  const sheet = book.addSheet(worksheet.name);
  sheet.visibility = ({ visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const)[
    worksheet.state
  ];
  const tab = worksheet.properties.tabColor?.argb;
  sheet.tabColor = tab === undefined ? "" : `#${tab.slice(-6).toUpperCase()}`;
  readLines(sheet, worksheet);
  readCells(book, sheet, worksheet);
  for (const reference of worksheet.model.merges) {
    const area = parseReference(reference)?.area;
    if (area) sheet.merges.push(sheet.track(area));
  }
  readView(sheet, worksheet);
  readPage(sheet, worksheet);
  readValidations(sheet, validations);
  readTables(book, sheet, worksheet);
  const protection = (worksheet as { sheetProtection?: { sheet?: boolean } }).sheetProtection;
  if (protection?.sheet === true) sheet.protection = { options: {} };
}

function readLines(sheet: Sheet, worksheet: ExcelJS.Worksheet): void {
  const { rows, columns } = sheet.grid;
  // The list is null in a sheet without columns of its own.
  for (const [line, column] of ((worksheet.columns as ExcelJS.Column[] | null) ?? []).entries()) {
    if (column.width !== undefined) columns.sizes.set(line, pointsOfWidth(column.width));
    if (column.hidden) columns.hidden.add(line);
  }
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height) rows.sizes.set(number - 1, row.height);
    if (row.hidden) rows.hidden.add(number - 1);
  });
}

function readCells(book: Workbook, sheet: Sheet, worksheet: ExcelJS.Worksheet): void {
  worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const isCovered = cell.isMerged && cell.master !== cell;
      const style = restyle(plainStyle, stylePatchOf(cell));
      const content = isCovered ? { value: "" } : contentOf(book, cell);
      if (content.value === "" && content.formula === undefined && style === plainStyle) return;
      sheet.grid.put(rowNumber - 1, columnNumber - 1, { ...content, style });
    });
  });
}

function contentOf(book: Workbook, cell: ExcelJS.Cell): Omit<Cell, "style"> {
  const value = cell.value as unknown;
  if (typeof value === "object" && value !== null) {
    if (cell.formula) {
      const { result } = value as { result?: unknown };
      return { value: plainValue(book, result), formula: `=${cell.formula}` };
    }
    if ("hyperlink" in value) {
      const { text, hyperlink } = value as { text: unknown; hyperlink: string };
      const link: Hyperlink = hyperlink.startsWith("#")
        ? { documentReference: hyperlink.slice(1) }
        : { address: hyperlink };
      return { value: plainValue(book, text), link };
    }
  }
  return { value: plainValue(book, value) };
}

function plainValue(book: Workbook, value: unknown): CellValue {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return serialFromDate(value, book.date1904);
  if (typeof value === "object" && "error" in value)
    return errorOf(String(value.error)) ?? String(value.error);
  const { richText } = value as { richText?: readonly { text: string }[] };
  return richText?.map(({ text }) => text).join("") ?? "";
}

function readView(sheet: Sheet, worksheet: ExcelJS.Worksheet): void {
  // A sheet need not have any.
  for (const view of (worksheet.views as typeof worksheet.views | undefined) ?? []) {
    if (view.showGridLines === false) sheet.showGridlines = false;
    if (view.showRowColHeaders === false) sheet.showHeadings = false;
    if (view.state === "frozen") sheet.frozen = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
  }
}

function readPage(sheet: Sheet, worksheet: ExcelJS.Worksheet): void {
  const { pageSetup } = worksheet;
  // There is none in a sheet without header and footer.
  const headerFooter = worksheet.headerFooter as ExcelJS.HeaderFooter | null;
  const { page } = sheet;
  if (pageSetup.orientation === "landscape") page.settings.set("Orientation", "Landscape");
  if (pageSetup.fitToPage) {
    const { fitToWidth, fitToHeight } = pageSetup;
    page.settings.set("Zoom", {
      ...(fitToWidth ? { horizontalFitToPages: fitToWidth } : {}),
      ...(fitToHeight ? { verticalFitToPages: fitToHeight } : {}),
    });
  }
  const rows = pageSetup.printTitlesRow && parseReference(pageSetup.printTitlesRow)?.area;
  if (rows) page.titleRows = sheet.track(rows);
  const area = pageSetup.printArea && parseReference(pageSetup.printArea)?.area;
  if (area) page.printArea = sheet.track(area);
  for (const [margin, codes] of Object.entries({
    Header: headerFooter?.oddHeader,
    Footer: headerFooter?.oddFooter,
  })) {
    for (const [side, text] of sidesOf(codes ?? ""))
      page.texts.set(`DefaultForAllPages.${side}${margin}`, text);
  }
}

function sidesOf(codes: string): [string, string][] {
  const names: Readonly<Record<string, string>> = { L: "Left", C: "Center", R: "Right" };
  return [...codes.matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs)].map((match) => [names[match[1]!]!, match[2]!]);
}

function readValidations(sheet: Sheet, validations: Validations): void {
  for (const [validation, areas] of validations) {
    const source: unknown = validation.formulae[0];
    if (validation.type !== "list" || typeof source !== "string") continue;
    const isText = source.startsWith('"');
    for (const area of areas)
      setValidation(sheet, area, {
        Rule: { list: { inCellDropDown: true, source: isText ? source.slice(1, -1) : `=${source}` } },
        ErrorAlert: null,
        Prompt: null,
        IgnoreBlanks: validation.allowBlank ?? true,
      });
  }
}

/** exceljs lists a validation under each of its thousands of cells; together they mostly are one area. */
function validatedAreas(worksheet: ExcelJS.Worksheet): Validations {
  const { model } = (worksheet as { dataValidations?: { model: Record<string, ExcelJS.DataValidation> } })
    .dataValidations ?? { model: {} };
  const cellsOf = new Map<ExcelJS.DataValidation, Area[]>();
  for (const [address, validation] of Object.entries(model)) {
    const area = parseReference(address)?.area;
    if (!area) continue;
    const cells = cellsOf.get(validation);
    if (cells) cells.push(area);
    else cellsOf.set(validation, [area]);
  }
  for (const [validation, cells] of cellsOf) {
    const whole = cells.reduce(bounding);
    if (whole.rows * whole.columns === cells.length) cellsOf.set(validation, [whole]);
  }
  return cellsOf;
}

interface FileTable {
  readonly table: {
    readonly name: string;
    readonly tableRef: string;
    readonly totalsRow?: boolean;
    readonly style?: { readonly theme?: string; readonly showRowStripes?: boolean };
  };
}

function readTables(book: Workbook, sheet: Sheet, worksheet: ExcelJS.Worksheet): void {
  for (const { table } of worksheet.getTables() as unknown as FileTable[]) {
    const area = parseReference(table.tableRef)?.area;
    if (!area) continue;
    const tracked = sheet.track(area);
    book.tables.push({
      id: `{00000000-0001-4000-8000-${book.newId().padStart(12, "0")}}`,
      name: table.name,
      sheet,
      tracked,
      // exceljs takes the default, one row, for none.
      showHeaders: true,
      showTotals: table.totalsRow ?? false,
      style: table.style?.theme ?? "",
      showFilterButton: true,
      showBandedRows: table.style?.showRowStripes ?? true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      filter: { tracked, criteria: new Map() },
    });
  }
}

function readNames(book: Workbook, file: ExcelJS.Workbook): void {
  const names = file.definedNames.model as unknown as readonly {
    readonly name: string;
    readonly ranges: readonly string[];
  }[];
  for (const { name, ranges } of names) {
    const reference = ranges[0] === undefined ? undefined : parseReference(ranges[0]);
    const sheet = reference?.sheet === undefined ? undefined : book.findSheet(reference.sheet);
    if (name.startsWith("_xlnm.") || !reference || !sheet) continue;
    const target = { sheet, tracked: sheet.track(reference.area) };
    book.names.push({ name, target, formula: "", comment: "", visible: true, scope: undefined });
  }
}
