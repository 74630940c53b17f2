import { holds, isUnbounded, lastColumnOf, lastRowOf, overlap, type Area } from "./area";
import { fault } from "./fault";
import type { Sheet } from "./sheet";

/** A protected sheet takes values in unlocked cells only. */
export function checkContentsOpen(sheet: Sheet, area: Area): void {
  if (sheet.protection && isAnyLocked(sheet, area)) refuse(sheet);
}

/** @param option the switch of WorksheetProtectionOptions that allows it all the same */
export function checkOpen(sheet: Sheet, option?: string): void {
  if (!sheet.protection) return;
  if (option !== undefined && sheet.protection.options[option] === true) return;
  refuse(sheet);
}

function refuse(sheet: Sheet): never {
  throw fault("AccessDenied", `"${sheet.name}" is protected`);
}

function isAnyLocked(sheet: Sheet, area: Area): boolean {
  if (isUnbounded(area)) return true;
  for (let row = area.row; row <= lastRowOf(area); row++) {
    for (let column = area.column; column <= lastColumnOf(area); column++) {
      if (sheet.grid.styleAt(row, column).locked) return true;
    }
  }
  return false;
}

/** Moving cells must not cut a merged area. */
export function checkMergesWhole(sheet: Sheet, moved: Area): void {
  if (sheet.mergesIn().some((merge) => overlap(merge, moved) && !holds(moved, merge))) {
    throw fault("MergedRangeConflict");
  }
}

/** Part of a row cannot move while rows are filtered. */
export function checkNotFiltered(sheet: Sheet, filters: readonly (Area | undefined)[], area: Area): void {
  const isHit = filters.some((filtered) => filtered && overlap(filtered, area));
  if (isHit && sheet.grid.rows.hidden.size > 0) throw fault("FilteredRangeConflict");
}
