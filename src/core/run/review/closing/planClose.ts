import { formatPeriod } from "../../../calendar/period";
import type { ChecklistStep } from "../../../review/closing/checklist";
import { closingParameters } from "../../../review/closing/closingLog";
import { readClosedPeriods } from "../../../review/closing/closedPeriods";
import { closedPeriodColumns, closedPeriodsSheet } from "../../../review/sheets/closedPeriods.sheet";
import type { ClosedPeriodRecord } from "../../../review/tables/closedPeriods.table";
import { revealingFilled } from "../../../sheets/columnFit";
import { sheetNamed } from "../../../sheets/outputSheet";
import type { WritePlan } from "../../../sheets/plan";
import { nextRunId, readRunLog } from "../../../sheets/runLog";
import { actLogSheet } from "../../../sheets/runLog.sheet";
import { inputGridsOf } from "../../planWrites";
import { addedRows, nothingAdded } from "../addedRows";
import { totalsText, type ActWriteOptions } from "../planAct";
import type { CloseRun } from "./closePeriod";
import { addedSteps, stepEdits } from "./planChecklist";

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

function closedRow({ options, documents, usage }: CloseRun): ClosedPeriodRecord {
  const { period, action, by, when, reason } = options;
  const isClose = action === "close";
  return {
    period: formatPeriod(period),
    action,
    when,
    who: by || undefined,
    documents: isClose ? documents.length : undefined,
    total: isClose ? totalsText(documents) || undefined : undefined,
    usageRows: isClose ? usage.rows : undefined,
    usageHash: isClose ? usage.hash : undefined,
    reason: reason || undefined,
    row: undefined,
  };
}

/** The rows of the Checklist that closing completes: new ones where the period had none. */
function checklistWrites({ checklist, options: { by, when }, opened: { snapshot } }: CloseRun) {
  if (!checklist) return nothingAdded;
  const done = (step: ChecklistStep): ChecklistStep =>
    step.state === "open" ? { ...step, state: "done", doneBy: by || undefined, doneAt: when } : step;
  if (checklist.isNew) return addedSteps(checklist, checklist.steps.map(done), snapshot);
  const open = checklist.steps.filter(({ state }) => state === "open");
  return { ...nothingAdded, edits: stepEdits(checklist, open.map(done), snapshot) };
}

/** What a closing or reopening writes: a row of Closed periods, the Checklist, and a row of the Run log. */
export function planClose(run: CloseRun, options: ActWriteOptions): WritePlan {
  const { opened, usage, documents, options: asked } = run;
  if (!run.isDone) return nothing;
  const { snapshot } = opened;
  const target = {
    bound: readClosedPeriods(snapshot).bound,
    columns: closedPeriodColumns,
    sheet: closedPeriodsSheet,
  };
  const row = closedRow(run);
  const writes = [addedRows(target, { snapshot, rows: [row] }), checklistWrites(run)];
  const runLog = readRunLog(snapshot);
  const isClose = asked.action === "close";
  const log = actLogSheet.plan({
    snapshot,
    runLog,
    runId: nextRunId(runLog),
    act: {
      action: asked.action,
      period: row.period,
      parameters: closingParameters(asked.action, usage.hash, asked.reason),
      rowsIn: isClose ? usage.rows : undefined,
      invoices: isClose ? documents.length : undefined,
      total: row.total,
    },
    inputGrids: inputGridsOf(opened.book, snapshot),
    options,
  });
  return {
    sheets: [...writes.flatMap(({ sheets }) => sheets), log].map((sheet) =>
      revealingFilled(sheet, sheetNamed(snapshot, sheet.name)),
    ),
    removedSheets: [],
    appended: writes.flatMap(({ appended }) => appended),
    edits: writes.flatMap(({ edits }) => edits),
  };
}
