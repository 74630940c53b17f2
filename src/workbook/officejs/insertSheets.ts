import { widthOfRows, type PlannedRow, type PlannedSheet } from "../../core/api";
import { pauseForPage } from "../bytes/steps";
import { base64Of } from "./base64";
import { CALL_BYTES, type Batch } from "./batches";
import { Stop, sheetNameTaken } from "./failures";
import { withoutFormula } from "./values";

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

interface FormulaRun {
  readonly row: number;
  readonly column: number;
  readonly formulas: string[][];
}

/** Formulas one below the other, which one call sets. */
function formulaRuns(rows: readonly PlannedRow[]): FormulaRun[] {
  const runs: FormulaRun[] = [];
  for (let column = 0; column < widthOfRows(rows); column++) {
    let formulas: string[][] = [];
    for (const [row, cells] of rows.entries()) {
      const formula = cells[column]?.formula;
      if (formula === undefined) formulas = [];
      else if (formulas.push([`=${formula}`]) === 1) runs.push({ row, column, formulas });
    }
  }
  return runs;
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
    for (const { row, column, formulas } of formulaRuns(planned.rows)) {
      await batch.reserve(CALL_BYTES + JSON.stringify(formulas).length);
      batch.range(sheet, row, column, formulas.length).formulas = formulas;
    }
  await batch.send();
  // Excel gives another name to a sheet whose own is taken by what is no worksheet, such as a chart sheet.
  const renamed = inserted.find(({ planned, sheet }) => sheet.name !== planned.name);
  if (renamed) throw new Stop(sheetNameTaken(renamed.planned.name));
}
