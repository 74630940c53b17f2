import type { Snapshot } from "../../grid/grid";
import type { ActOptions } from "../../run/receivables/planPayments";
import { revealingFilled } from "../../sheets/columnFit";
import { sheetNamed } from "../../sheets/outputSheet";
import type { WritePlan } from "../../sheets/plan";
import { nextRunId, readRunLog } from "../../sheets/runLog";
import { actLogSheet } from "../../sheets/runLog.sheet";
import type { Erasure } from "./eraseCustomer";

/** What an erasure writes: the cells, and, where the workbook has a log, a row that says who was erased by whom and why. */
export function planErase(
  snapshot: Snapshot,
  { customerId, edits }: Erasure,
  reason: string,
  options: ActOptions,
): WritePlan {
  const runLog = readRunLog(snapshot);
  const plan: WritePlan = { sheets: [], removedSheets: [], appended: [], edits };
  if (!runLog.bound) return plan;
  const act = {
    action: "erase",
    period: undefined,
    parameters: `customer ${customerId}; ${reason.replace(/\s+/g, " ").trim()}`,
    rowsIn: undefined,
    invoices: undefined,
    total: undefined,
  };
  const log = actLogSheet.plan({ snapshot, runLog, runId: nextRunId(runLog), act, inputGrids: [], options });
  return { ...plan, sheets: [revealingFilled(log, sheetNamed(snapshot, log.name))] };
}
