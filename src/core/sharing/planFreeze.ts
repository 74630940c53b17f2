import type { Snapshot } from "../grid/grid";
import type { ActOptions } from "../run/receivables/planPayments";
import { revealingFilled } from "../sheets/columnFit";
import { sheetNamed } from "../sheets/outputSheet";
import type { WritePlan } from "../sheets/plan";
import { nextRunId, readRunLog } from "../sheets/runLog";
import { actLogSheet } from "../sheets/runLog.sheet";

/**
 * The row of the Run log that says that formulas became values, so that figures without a formula are no finding; undefined
 * where the workbook has no log.
 */
export function planFreeze(
  snapshot: Snapshot,
  { functions }: { readonly functions: boolean },
  options: ActOptions,
): WritePlan | undefined {
  const runLog = readRunLog(snapshot);
  if (!runLog.bound) return undefined;
  const act = {
    action: "freeze",
    period: undefined,
    parameters: functions ? "with functions" : undefined,
    rowsIn: undefined,
    invoices: undefined,
    total: undefined,
  };
  const runId = nextRunId(runLog);
  const log = actLogSheet.plan({ snapshot, runLog, runId, act, inputGrids: [], options });
  const sheet = revealingFilled(log, sheetNamed(snapshot, log.name));
  return { sheets: [sheet], removedSheets: [], appended: [] };
}
