import type { Bench } from "../support/bench";
import type { Case } from "./change";

/** The workbook that somebody has changed. */
export async function applied(before: Bench, each: Case): Promise<Bench> {
  if (!("edit" in each)) return before.change(each.change);
  let changed = before;
  for (const [sheet, column, row, value] of each.edit)
    changed = await changed.edit({ [await before.cell(sheet, column, row)]: value });
  return changed;
}
