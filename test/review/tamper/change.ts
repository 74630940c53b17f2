import type ExcelJS from "exceljs";
type Places = Readonly<Record<string, string | number>>;
type Change =
  /** Values typed into cells, each found by its column and what its row says. */
  | {
      readonly edit: readonly (readonly [
        sheet: string,
        column: string,
        row: Places,
        value: string | number,
      ])[];
    }
  /** Anything else that a spreadsheet program can do. */
  | { readonly change: (book: ExcelJS.Workbook) => void };

/** What somebody changed in a billed workbook, and what verify must say: codes with the cell they name. */
export type Case = Change & { readonly it: string; readonly says: readonly string[] };

export const INV1 = { "Invoice number": "INV-2026-0001" };
export const LINE1 = { "Invoice number": "INV-2026-0001", Line: 1 };

export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  // A table of exceljs keeps its own copy of the cells, and would write it over what is changed here.
  for (const table of Object.keys((sheet as unknown as { tables: Record<string, unknown> }).tables))
    sheet.removeTable(table);
  return sheet;
}

function columnOf(sheet: ExcelJS.Worksheet, title: string): number {
  let found = 0;
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.value === title) found = column;
  });
  if (found === 0) throw new Error(`${sheet.name} has no column ${title}`);
  return found;
}

function rowOf(sheet: ExcelJS.Worksheet, where: Places): number {
  for (let row = 2; row <= sheet.rowCount; row++) {
    const fits = Object.entries(where).every(([title, value]) => {
      const cell = sheet.getCell(row, columnOf(sheet, title));
      return String(cell.formula ? cell.result : cell.value) === String(value);
    });
    if (fits) return row;
  }
  throw new Error(`${sheet.name} has no row ${JSON.stringify(where)}`);
}

export const removeRow = (name: string, where: Places) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  sheet.spliceRows(rowOf(sheet, where), 1);
};

/** A copy of a row below the last, with some cells changed. */
export const copyRow = (name: string, where: Places, changes: Places) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  const from = sheet.getRow(rowOf(sheet, where));
  const row = sheet.rowCount + 1;
  from.eachCell((cell, column) => {
    sheet.getCell(row, column).value = cell.formula ? (cell.result as number) : cell.value;
  });
  for (const [title, value] of Object.entries(changes))
    sheet.getCell(row, columnOf(sheet, title)).value = value;
};

export const swapRows = (name: string, a: number, b: number) => (book: ExcelJS.Workbook) => {
  const sheet = sheetOf(book, name);
  const valuesOf = (row: number) => (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);
  const [first, second] = [valuesOf(a), valuesOf(b)];
  for (const [row, values] of [
    [a, second],
    [b, first],
  ] as const)
    values.forEach((value, index) => (sheet.getCell(row, index + 1).value = value));
};

export const setCell =
  (name: string, title: string, where: Places, value: ExcelJS.CellValue) => (book: ExcelJS.Workbook) => {
    const sheet = sheetOf(book, name);
    sheet.getCell(rowOf(sheet, where), columnOf(sheet, title)).value = value;
  };
