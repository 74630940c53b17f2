import ExcelJS from "exceljs";
import { storedFormula } from "../functions/storedFormula";
import { withDynamicArrays } from "./dynamicArrays";
import { formats } from "./formats";
import { alarm, looks } from "./looks";
import { FIRST_ROW, type Role, type SheetCell } from "./sheet";

interface Written {
  readonly name: string;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly widths: readonly number[];
}

/** A file must not tell when it was made, or no two would be the same. */
const MADE = new Date(Date.UTC(2026, 9, 31));

function valueOf({ value, formula, fills }: SheetCell): ExcelJS.CellValue {
  if (formula === undefined) return value;
  // Its types know neither array formulas nor that a result may be blank text.
  const written = { formula: storedFormula(formula), result: value ?? "" } as ExcelJS.CellFormulaValue;
  return fills === undefined ? written : Object.assign(written, { shareType: "array", ref: fills });
}

const inTable: readonly Role[] = ["header", "input", "result", "plain", "check"];

/** Whatever has a number format is a figure, and is on the right as figures are, its header and * too. */
function styleOf({ role, format }: SheetCell): Partial<ExcelJS.Style> {
  const numFmt = format === undefined || role === "header" ? {} : { numFmt: formats[format] };
  const look = { ...looks[role], ...numFmt };
  if (!inTable.includes(role)) return look;
  return { ...look, alignment: { horizontal: format === undefined ? "left" : "right", indent: 1 } };
}

function writeSheet(book: ExcelJS.Workbook, { name, cells, widths }: Written, index: number): void {
  const sheet = book.addWorksheet(name, {
    views: [
      {
        showGridLines: false,
        ...(index === 0 ? {} : { state: "frozen" as const, ySplit: FIRST_ROW - 2 }),
      },
    ],
    pageSetup: {
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: index === 0 ? 1 : 0,
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const [address, cell] of cells) {
    const target = sheet.getCell(address);
    target.value = valueOf(cell);
    target.style = styleOf(cell);
  }
  sheet.addConditionalFormatting({
    ref: `A1:L${String(sheet.rowCount)}`,
    rules: [{ type: "cellIs", operator: "equal", formulae: ['"differs"'], priority: 1, style: alarm }],
  });
}

/** The sheets as a workbook; the same sheets always give the same bytes. */
export async function writeBook(sheets: readonly Written[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  Object.assign(book, { creator: "Ratebook", lastModifiedBy: "Ratebook", created: MADE, modified: MADE });
  sheets.forEach((sheet, index) => writeSheet(book, sheet, index));
  return withDynamicArrays(new Uint8Array(await book.xlsx.writeBuffer()));
}
