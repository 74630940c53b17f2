import type { Snapshot } from "../grid/grid";
import type { WriteOptions } from "../sheets/outputInput";
import type { WritePlan } from "../sheets/plan";
import { importFindingsSheet } from "../sheets/reconciliation.sheet";
import { nextRunId, readRunLog, runLogTable } from "../sheets/runLog";
import { actLogSheet } from "../sheets/runLog.sheet";
import type { Import, Imported } from "./import";

/** What an import writes: its rows, what it found on a sheet, and a row of the Run log; undefined where it adds nothing. */
export function planImport(
  source: Import,
  file: string,
  { plan, added, rows, findings }: Imported,
  snapshot: Snapshot,
  options: Pick<WriteOptions, "when" | "who" | "engineVersion" | "sha256">,
): WritePlan | undefined {
  if (added.length === 0) return undefined;
  // A log that is brought in is sealed already: a row behind it would name another row as the one before.
  if (added.some(({ table }) => table === runLogTable.title)) return plan;
  const runLog = readRunLog(snapshot);
  const touched = new Set(plan.appended.map(({ sheet }) => sheet));
  const act = {
    action: "import",
    period: undefined,
    parameters: `from ${source.id} ${file}`,
    rowsIn: rows,
    invoices: undefined,
    total: undefined,
  };
  const inputGrids = snapshot.grids.filter(({ sheet }) => touched.has(sheet));
  const log = actLogSheet.plan({ snapshot, runLog, runId: nextRunId(runLog), act, inputGrids, options });
  const found = findings.length > 0 ? [importFindingsSheet.plan({ snapshot, report: findings })] : [];
  return { ...plan, sheets: [...plan.sheets, ...found, log] };
}
