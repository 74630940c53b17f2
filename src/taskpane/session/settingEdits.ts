import { planSettings, type CellEdit, type Snapshot, type WritePlan } from "../../core/api";
import { SessionFailure } from "./failure";

/** Cells of sheets that are there, or a plan where rows or a sheet must be added. */
export type Edits = readonly CellEdit[] | WritePlan;

/** What puts a value into Settings; a sheet of that name that is somebody's own stops it. */
export function settingEdits(snapshot: Snapshot, key: string, value: string | number): Edits {
  const planned = planSettings(snapshot, [{ key, value }]);
  if (planned.ok) return editsOf(planned.plan);
  throw new SessionFailure({
    code: "NAME_TAKEN",
    message: `The sheet ${planned.sheet} has no column Key, so nothing can be kept there. Add the headers Key and Value to it, or rename it.`,
    at: { sheet: planned.sheet, row: 0, column: 0 },
  });
}

function editsOf(plan: WritePlan): Edits {
  const isOnlyEdits = plan.sheets.length + plan.appended.length === 0;
  return isOnlyEdits ? (plan.edits ?? []) : plan;
}
