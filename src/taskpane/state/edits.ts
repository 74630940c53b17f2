import type { Snapshot } from "../../core/api";
import type { PortResult, WorkbookPort } from "../../workbook/port/port";
import type { Edits } from "../session/settingEdits";

/** Carries out small changes: cells in place, or a plan where rows are to be added. */
export async function carryOut(
  port: WorkbookPort,
  edits: Edits,
  before: Snapshot,
): Promise<PortResult<void>> {
  if (!("sheets" in edits)) return port.edit(edits);
  const isCellsOnly = edits.sheets.length + edits.removedSheets.length + edits.appended.length === 0;
  if (isCellsOnly) return port.edit(edits.edits ?? []);
  const applied = await port.apply(edits, before);
  return applied.ok ? { ok: true, value: undefined } : applied;
}

/** A sheet that the changes write to; undefined where there is nothing to change. */
export function sheetOfEdits(edits: Edits): string | undefined {
  if (!("sheets" in edits)) return edits[0]?.at.sheet;
  const [area] = [...edits.sheets.map(({ name }) => name), ...edits.appended.map(({ sheet }) => sheet)];
  return area ?? edits.edits?.[0]?.at.sheet;
}
