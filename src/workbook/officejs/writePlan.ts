import type { AppendedRows, CellEdit, PlannedSheet, WritePlan } from "../../core/api";
import type { Work } from "../port";
import { Batch } from "./batches";
import { insertSheets } from "./insertSheets";
import type { Target } from "./targets";
import { inputOf, rowInputs } from "./values";
import { writeCells, writeSheet } from "./writeSheet";

type Targets = ReadonlyMap<string, Target>;

const targetOf = (targets: Targets, name: string): Target => targets.get(name.toLowerCase())!;

/** Sheets that are not there and hold a document rather than a table are brought in whole. */
function isInserted(sheet: PlannedSheet, targets: Targets): boolean {
  return (
    targetOf(targets, sheet.name).sheet === undefined && sheet.table === undefined && sheet.page !== undefined
  );
}

/** Rows below a sheet's last one; a table that ends there grows over them. */
async function appendRows(batch: Batch, { firstRow, rows }: AppendedRows, target: Target): Promise<void> {
  if (!target.sheet) return;
  await writeCells(batch, target.sheet, rowInputs(rows), firstRow);
  const table = target.tables.find((each) => each.row + each.rows === firstRow);
  if (table)
    table.table.resize(
      target.sheet.getRangeByIndexes(table.row, table.column, table.rows + rows.length, table.columns),
    );
}

function editCells(edits: readonly CellEdit[], targets: Targets): void {
  for (const { at, value } of edits) {
    const { sheet } = targetOf(targets, at.sheet);
    if (sheet) sheet.getRangeByIndexes(at.row, at.column, 1, 1).formulas = [[inputOf(value)]];
  }
}

/** Carries out a plan: tables of data in place, documents as whole sheets, removals last. */
export async function writePlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  targets: Targets,
  work: Work,
): Promise<void> {
  const batch = new Batch(context, work);
  const total = plan.sheets.length + 1;
  let done = 0;
  const step = (what: string) => work.onProgress?.({ what, share: done++ / total });
  const inserted = plan.sheets.filter((sheet) => isInserted(sheet, targets));
  for (const planned of plan.sheets) {
    if (inserted.includes(planned)) continue;
    step(`Writing ${planned.name}`);
    const target = targetOf(targets, planned.name);
    await batch.reserve(1000);
    const sheet = target.sheet ?? context.workbook.worksheets.add(planned.name);
    await writeSheet(batch, sheet, planned, target);
  }
  for (const added of plan.appended) await appendRows(batch, added, targetOf(targets, added.sheet));
  editCells(plan.edits ?? [], targets);
  step("Writing invoice sheets");
  await insertSheets(context, batch, inserted);
  for (const name of plan.removedSheets) targetOf(targets, name).sheet?.delete();
  await batch.send();
}
