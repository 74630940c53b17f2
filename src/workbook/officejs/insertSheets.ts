import { cellAddress, type PlannedSheet } from "../../core/api";
import { pauseForPage } from "../steps";
import type { Batch } from "./batches";
import { withoutFormula } from "./values";

function base64Of(bytes: Uint8Array): string {
  let text = "";
  const step = 0x8000;
  for (let start = 0; start < bytes.length; start += step)
    text += String.fromCharCode(...bytes.subarray(start, start + step));
  return btoa(text);
}

/** A workbook of these sheets alone; formulas would name sheets that it does not have, so it holds their results. */
async function workbookOf(sheets: readonly PlannedSheet[]): Promise<string> {
  // Loaded when it is needed: most runs of the pane never get here.
  const [{ applyPlanInSteps }, { emptyPackage }] = await Promise.all([
    import("../package/applyPlan"),
    import("../package/emptyPackage"),
  ]);
  const plain = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(withoutFormula)) }));
  const plan = { sheets: plain, removedSheets: [], appended: [] };
  return base64Of(await applyPlanInSteps(emptyPackage(), plan, pauseForPage()));
}

const FORMULA_BYTES = 500;

/** Formatted sheets, built as a file with everything that a sheet can have and brought in by one call. */
export async function insertSheets(
  context: Excel.RequestContext,
  batch: Batch,
  sheets: readonly PlannedSheet[],
): Promise<void> {
  if (sheets.length === 0) return;
  const file = await workbookOf(sheets);
  await batch.reserve(file.length);
  const ids = context.workbook.insertWorksheetsFromBase64(file, { positionType: "End" });
  await batch.send();
  for (const [index, { rows }] of sheets.entries()) {
    // By id: Excel gives another name to a sheet whose own is taken.
    const sheet = context.workbook.worksheets.getItem(ids.value[index]!);
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        if (cell?.formula === undefined) continue;
        await batch.reserve(FORMULA_BYTES);
        sheet.getRange(cellAddress({ row, column })).formulas = [[`=${cell.formula}`]];
      }
  }
}
