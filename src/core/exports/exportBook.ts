import type { Snapshot } from "../grid/grid";
import { nextRunId, readRunLog } from "../sheets/runLog";
import type { Export, ExportFile } from "./export";
import { exports } from "./registry";

/** The export of that id; undefined where there is none. */
export function findExport(id: string): Export | undefined {
  return exports.find((entry) => entry.id === id);
}

/** The files of an export of a workbook as it was read. */
export function exportBook(target: Export, snapshot: Snapshot): readonly ExportFile[] {
  return target.render({ snapshot, runId: nextRunId(readRunLog(snapshot)) });
}
