import { allRows, type AppendedRows, type CellEdit, type PlannedSheet, type WritePlan } from "../../core/api";
import type { Activity, Work } from "../port/port";
import { Batch } from "./batches";
import { sheetNameTaken, Stop } from "./failures";
import { insertSheets } from "./insertSheets";
import { targetOf, type Target, type Targets } from "./target";
import { inputOf } from "../port/typed";
import { styleAreas } from "./styleAreas";
import { setStyle, setStyles, writeCells, writeSheet } from "./writeSheet";

/** Sheets that are not there and hold a document rather than a table are brought in whole. */
function isInserted(sheet: PlannedSheet, targets: Targets): boolean {
  return (
    targetOf(targets, sheet.name).sheet === undefined && sheet.table === undefined && sheet.page !== undefined
  );
}

/** Rows below a sheet's last one; a table that ends there grows over them. */
async function appendRows(
  batch: Batch,
  { firstRow, rows, tableColumns = [], hasOwnLook, heights }: AppendedRows,
  target: Target,
): Promise<void> {
  if (!target.sheet) return;
  const added = allRows(rows);
  await writeCells(batch, target.sheet, added, firstRow);
  if (hasOwnLook) await setStyles(batch, target.sheet, styleAreas(added, 0), firstRow);
  if (heights)
    target.sheet.getRangeByIndexes(firstRow, 0, added.length, 1).getEntireRow().format.autofitRows();
  const table = target.tables.find((candidate) => candidate.row + candidate.rows === firstRow);
  if (table)
    table.table.resize(
      target.sheet.getRangeByIndexes(
        table.row,
        table.column,
        table.rows + rows.length,
        table.columns + tableColumns.length,
      ),
    );
}

function editCells(edits: readonly CellEdit[], targets: Targets): void {
  for (const { at, value, style } of edits) {
    const range = targetOf(targets, at.sheet).sheet?.getRangeByIndexes(at.row, at.column, 1, 1);
    if (!range) continue;
    if (style) setStyle(range, style);
    range.formulas = [[inputOf(value)]];
  }
}

/** Adds the sheets that are not there, before any cell is written: a name can be taken by what is no worksheet. */
async function addSheets(
  context: Excel.RequestContext,
  batch: Batch,
  names: readonly string[],
): Promise<void> {
  const { worksheets } = context.workbook;
  if (names.length === 0) return;
  for (const name of names) worksheets.add(name);
  try {
    await batch.send();
  } catch (reason) {
    if ((reason as { code?: string }).code !== "ItemAlreadyExists") throw reason;
    worksheets.load("items/name");
    await batch.send();
    const there = new Set(worksheets.items.map(({ name }) => name));
    throw new Stop(sheetNameTaken(names.find((name) => !there.has(name)) ?? names[0]!));
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
  const step = (activity: Activity) => work.onProgress?.({ activity, share: done++ / total });
  const inserted = plan.sheets.filter((sheet) => isInserted(sheet, targets));
  const written = plan.sheets.filter((sheet) => !inserted.includes(sheet));
  const added = written.filter(({ name }) => targetOf(targets, name).sheet === undefined);
  await addSheets(
    context,
    batch,
    added.map(({ name }) => name),
  );
  for (const planned of written) {
    step({ kind: "writing", name: planned.name });
    const target = targetOf(targets, planned.name);
    await batch.reserve(1000);
    const sheet = target.sheet ?? context.workbook.worksheets.getItem(planned.name);
    await writeSheet(batch, sheet, planned, target);
  }
  for (const rows of plan.appended) await appendRows(batch, rows, targetOf(targets, rows.sheet));
  editCells(plan.edits ?? [], targets);
  step({ kind: "writingInvoices" });
  await insertSheets(context, batch, inserted);
  for (const name of plan.removedSheets) targetOf(targets, name).sheet?.delete();
  await batch.send();
}
