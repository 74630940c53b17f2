import { widthOfRows, type PlannedRows, type WritePlan } from "../../../core/api";
import { PlanError } from "./planError";

/** The limits of a sheet. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_SHEET_NAME = 31;

/** Throws a PlanError for what would make a file that Excel cannot open. */
export function checkPlan({ sheets, appended }: WritePlan): void {
  const written = new Set<string>();
  for (const { name, rows } of sheets) {
    checkSheetName(name);
    const key = name.toLowerCase();
    if (written.has(key)) throw new PlanError(`The plan writes the sheet "${name}" twice.`);
    written.add(key);
    checkSize(name, 0, rows);
  }
  for (const { sheet, firstRow, rows } of appended) checkSize(sheet, firstRow, rows);
}

function checkSheetName(name: string): void {
  const wrong = name === "" || name.length > LONGEST_SHEET_NAME || /[[\]:*?/\\]|^'|'$/.test(name);
  if (wrong) throw new PlanError(`"${name}" cannot be the name of a sheet in Excel.`);
}

function checkSize(sheet: string, firstRow: number, rows: PlannedRows): void {
  if (firstRow + rows.length > MOST_ROWS || widthOfRows(rows) > MOST_COLUMNS) {
    throw new PlanError(
      `The sheet "${sheet}" would have more rows or columns than a sheet of Excel can hold (${String(MOST_ROWS)} and ${String(MOST_COLUMNS)}).`,
    );
  }
}
