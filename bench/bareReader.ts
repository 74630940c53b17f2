import { stream } from "exceljs";
import { QUANTITY_COLUMN, THOUSANDTHS, type UsageTotal } from "./usageRows";

/** The fastest settings that still tell a date from a number. */
export const libraryReading = {
  worksheets: "emit",
  sharedStrings: "cache",
  hyperlinks: "ignore",
  styles: "cache",
  entries: "ignore",
} as const;

/** What the library's streaming reader alone makes of the workbook: every row is made, one cell of it is looked at. */
export async function readBare(file: string): Promise<UsageTotal> {
  let rows = 0;
  let thousandths = 0;
  for await (const sheet of new stream.xlsx.WorkbookReader(file, libraryReading)) {
    for await (const row of sheet) {
      const quantity = row.getCell(QUANTITY_COLUMN).value;
      if (row.number === 1 || row.cellCount !== 6 || typeof quantity !== "number") continue;
      rows++;
      thousandths += Math.round(quantity * THOUSANDTHS);
    }
  }
  return { rows, thousandths };
}
