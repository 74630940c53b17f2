import type { WritePlan } from "../../core/api";
import type { WriteReceipt } from "./port";

/** Names of the sheets that a plan touches, each once. */
export function touchedSheets({ sheets, removedSheets, appended, edits = [] }: WritePlan): string[] {
  const names = [
    ...sheets.map(({ name }) => name),
    ...removedSheets,
    ...appended.map(({ sheet }) => sheet),
    ...edits.map(({ at }) => at.sheet),
  ];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** What a plan does to each sheet; `isThere` tells of sheets that stand in the workbook before. */
export function actionsOf(plan: WritePlan, isThere: (sheet: string) => boolean): WriteReceipt["sheets"] {
  const removed = new Set(plan.removedSheets.map((name) => name.toLowerCase()));
  return touchedSheets(plan).map((name) => ({
    name,
    action: removed.has(name.toLowerCase()) ? "removed" : isThere(name) ? "changed" : "created",
  }));
}
