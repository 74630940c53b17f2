import ExcelJS from "exceljs";

/** A cell as a value: a day is yyyy-mm-dd, a moment yyyy-mm-ddThh:mm:ss, a formula what it shows. */
export type OutputCell = string | number | boolean | null;
export type TableRow = Readonly<Record<string, OutputCell>>;

export interface OutputTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export type Tables = Readonly<Record<string, OutputTable>>;

function dateText(date: Date): string {
  const iso = date.toISOString().slice(0, 19);
  return iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso;
}

function cellValue(cell: ExcelJS.Cell): OutputCell {
  // A formula's result of 0 is in the cell's result only.
  const value = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "object") return value;
  if ("error" in value) return value.error;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("text" in value) return value.text;
  throw new Error(`${cell.address}: no test reads such a value`);
}

/** The table of a sheet whose header is its first row. */
function sheetTable(sheet: ExcelJS.Worksheet): OutputTable {
  const headers: string[] = [];
  sheet.getRow(1).eachCell((cell) => headers.push(String(cellValue(cell) ?? "")));
  const rows: TableRow[] = [];
  for (let at = 2; at <= sheet.rowCount; at++) {
    const row = sheet.getRow(at);
    rows.push(
      Object.fromEntries(headers.map((header, column) => [header, cellValue(row.getCell(column + 1))])),
    );
  }
  return { headers, rows };
}

export async function openBook(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** Every sheet whose header is its first row, by sheet name. */
export async function readTables(path: string): Promise<Tables> {
  const workbook = await openBook(path);
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, sheetTable(sheet)]));
}

/** Every cell of a sheet as text by address, with its formula when it has one. */
export async function readCells(path: string, name: string): Promise<Readonly<Record<string, string>>> {
  const workbook = await openBook(path);
  const cells: Record<string, string> = {};
  workbook.getWorksheet(name)?.eachRow((row) => {
    row.eachCell((cell) => {
      const shown = String(cellValue(cell));
      cells[cell.address] = cell.formula ? `=${cell.formula} → ${shown}` : shown;
    });
  });
  return cells;
}
