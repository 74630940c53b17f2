import ExcelJS from "exceljs";
import { areaText, fullAddress } from "../workbook/address";
import { wholeSheet } from "../workbook/area";
import { isError, type Cell } from "../workbook/cell";
import type { Sheet } from "../workbook/sheet";
import { plainStyle } from "../workbook/style";
import { areaOf, headerOf, type Table } from "../workbook/table";
import { shownValue } from "../workbook/cell";
import type { Workbook } from "../workbook/workbook";
import { widthOfPoints } from "./columnWidth";
import { fileStyleOf } from "./fileStyle";

/** The bytes of an .xlsx of a workbook; README.md says what is not carried. */
export async function writeWorkbookFile(book: Workbook): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  file.properties.date1904 = book.date1904;
  for (const sheet of book.sheets) writeSheet(book, sheet, file);
  for (const { name, target } of book.names) {
    const area = target?.tracked.area;
    if (area && target) file.definedNames.add(fullAddress(target.sheet.name, area, "$"), name);
  }
  return new Uint8Array(await file.xlsx.writeBuffer());
}

function writeSheet(book: Workbook, sheet: Sheet, file: ExcelJS.Workbook): void {
  const state = ({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const)[
    sheet.visibility
  ];
  const { rows, columns } = sheet.frozen;
  const isFrozen = rows > 0 || columns > 0;
  const worksheet = file.addWorksheet(sheet.name, {
    state,
    properties: sheet.tabColor ? { tabColor: { argb: `FF${sheet.tabColor.slice(1)}` } } : {},
    views: [
      {
        showGridLines: sheet.showGridlines,
        ...(isFrozen ? { state: "frozen", ySplit: rows, xSplit: columns } : { state: "normal" }),
      },
    ],
  });
  for (const { row, column, cell } of sheet.grid.cellsIn(wholeSheet)) {
    const target = worksheet.getCell(row + 1, column + 1);
    target.value = valueOf(cell);
    if (cell.style !== plainStyle) target.style = fileStyleOf(cell.style);
  }
  for (const [line, size] of sheet.grid.columns.sizes)
    worksheet.getColumn(line + 1).width = widthOfPoints(size);
  for (const line of sheet.grid.columns.hidden) worksheet.getColumn(line + 1).hidden = true;
  for (const [line, size] of sheet.grid.rows.sizes) worksheet.getRow(line + 1).height = size;
  for (const line of sheet.grid.rows.hidden) worksheet.getRow(line + 1).hidden = true;
  for (const merge of sheet.mergesIn()) worksheet.mergeCells(areaText(merge));
  for (const table of book.tables) if (table.sheet === sheet) writeTable(worksheet, table);
  if (sheet.protection) protectIn(worksheet);
  writePage(sheet, worksheet);
}

function valueOf({ value, formula, link }: Cell): ExcelJS.CellValue {
  if (formula !== undefined) {
    const result = isError(value) ? ({ error: value.error } as ExcelJS.CellErrorValue) : value;
    return { formula: formula.slice(1), result };
  }
  if (isError(value)) return { error: value.error } as ExcelJS.CellErrorValue;
  if (link) {
    const hyperlink = link.address ?? `#${link.documentReference ?? ""}`;
    return { text: String(value), hyperlink };
  }
  return value === "" ? null : value;
}

function writeTable(worksheet: ExcelJS.Worksheet, table: Table): void {
  const { row, column, rows, columns } = areaOf(table);
  const at = (rowOffset: number, other: number): unknown => {
    const cell = table.sheet.grid.at(row + rowOffset, column + other);
    return cell ? valueOf(cell) : null;
  };
  const header = headerOf(table);
  worksheet.addTable({
    name: table.name,
    ref: areaText({ ...header, columns: 1 }),
    headerRow: table.showHeaders,
    totalsRow: false,
    style: {
      ...(table.style ? { theme: table.style as NonNullable<ExcelJS.TableStyleProperties["theme"]> } : {}),
      showRowStripes: table.showBandedRows,
    },
    columns: Array.from({ length: columns }, (_, columnOffset) => ({
      name: String(shownValue(table.sheet.grid.at(row, column + columnOffset)?.value ?? "")),
      filterButton: table.showFilterButton,
    })),
    rows: Array.from({ length: rows - 1 }, (_, rowOffset) =>
      Array.from({ length: columns }, (__, other) => at(rowOffset + 1, other)),
    ),
  });
}

/** The flag without a password: protect() of the library is slow on purpose. */
function protectIn(worksheet: ExcelJS.Worksheet): void {
  (worksheet as unknown as { sheetProtection: object }).sheetProtection = { sheet: true };
}

function writePage({ page }: Sheet, worksheet: ExcelJS.Worksheet): void {
  if (page.settings.get("Orientation") === "Landscape") worksheet.pageSetup.orientation = "landscape";
  const { area } = page.titleRows ?? {};
  if (area) worksheet.pageSetup.printTitlesRow = `${String(area.row + 1)}:${String(area.row + area.rows)}`;
}
