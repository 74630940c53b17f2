import type { Snapshot } from "../../core/api";
import type { PortResult, WorkbookPort } from "../../workbook/port/port";
import type { Edits } from "../session/session";

/** Carries out small changes: cells in place, or a plan where rows are to be added. */
export async function carryOut(
  port: WorkbookPort,
  edits: Edits,
  before: Snapshot | undefined,
): Promise<PortResult<void>> {
  if (!("sheets" in edits)) return port.edit(edits);
  const isCellsOnly = edits.sheets.length + edits.removedSheets.length + edits.appended.length === 0;
  if (isCellsOnly) return port.edit(edits.edits ?? []);
  const read = before === undefined ? await port.read() : ({ ok: true, value: before } as const);
  if (!read.ok) return read;
  const applied = await port.apply(edits, read.value);
  return applied.ok ? { ok: true, value: undefined } : applied;
}
