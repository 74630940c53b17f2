import { parsePeriod, type Period } from "../calendar/period";
import type { Snapshot } from "../grid/grid";
import { readRunLog } from "../sheets/runLog";

/** The time since the first run that the Run log names: what was due in it was to be billed with this workbook. */
export function loggedTime(snapshot: Snapshot, run: Period): Period[] {
  const first = readRunLog(snapshot)
    .rows.flatMap(({ period = "" }) => parsePeriod(period) ?? [])
    .reduce((earliest, { from }) => Math.min(earliest, from), Infinity);
  return first <= run.to ? [{ from: first, to: run.to }] : [];
}
