import type { PlannedSheet } from "../../core/api";
import { pauseForPage } from "../bytes/steps";
import { base64Of } from "./base64";
import { CALL_BYTES, type Batch } from "./batches";
import { Stop, sheetNameTaken } from "./failures";
import { withoutFormula } from "../port/typed";

/** A workbook of these sheets alone; formulas would name sheets that it does not have, so it holds their results. */
async function workbookOf(sheets: readonly PlannedSheet[]): Promise<string> {
  // Loaded when it is needed: most runs of the pane never get here.
  const [{ applyPlanInSteps }, { emptyPackage }] = await Promise.all([
    import("../xlsx/write/applyPlan"),
    import("../xlsx/package/emptyPackage"),
  ]);
  const plain = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(withoutFormula)) }));
  const plan = { sheets: plain, removedSheets: [], appended: [] };
  return base64Of(await applyPlanInSteps(emptyPackage(), plan, pauseForPage()));
}

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
  const inserted = sheets.map((planned, index) => {
    const sheet = context.workbook.worksheets.getItem(ids.value[index]!);
    return { planned, sheet: sheet.load("name") };
  });
  for (const { planned, sheet } of inserted)
    for (const [row, cells] of planned.rows.entries())
      for (const [column, cell] of cells.entries()) {
        if (cell?.formula === undefined) continue;
        await batch.reserve(CALL_BYTES);
        batch.range(sheet, row, column).formulas = [[`=${cell.formula}`]];
      }
  await batch.send();
  // Excel gives another name to a sheet whose own is taken by what is no worksheet, such as a chart sheet.
  const renamed = inserted.find(({ planned, sheet }) => sheet.name !== planned.name);
  if (renamed) throw new Stop(sheetNameTaken(renamed.planned.name));
}
