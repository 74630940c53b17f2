import type { SheetFormula } from "../../core/api";
import type { SheetFormulas } from "../port/port";
import { MOST_BYTES, roundTrip } from "./batches";
import { extentOf, loadExtent } from "./extent";

/** What a cell takes in an answer: a formula of ours is longer than most. */
const CELL_BYTES = 60;

/** The formulas of a sheet; undefined where it is not there. */
export async function readFormulas(
  context: Excel.RequestContext,
  name: string,
): Promise<SheetFormulas | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const range = loadExtent(sheet.getUsedRangeOrNullObject(true));
  await roundTrip(context);
  if (sheet.isNullObject) return undefined;
  const used = extentOf(range);
  const found = new Map<string, SheetFormula>();
  const rowsAtOnce = Math.max(1, Math.floor(MOST_BYTES / (CELL_BYTES * Math.max(1, used.columns))));
  for (let from = 0; from < used.rows; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, used.rows - from);
    const part = sheet.getRangeByIndexes(used.row + from, used.column, rows, used.columns).load("formulas");
    await roundTrip(context);
    part.formulas.forEach((cells: readonly unknown[], row) =>
      cells.forEach((formula, column) => {
        if (typeof formula !== "string" || !formula.startsWith("=")) return;
        const key = `${String(used.row + from + row)},${String(used.column + column)}`;
        found.set(key, { text: formula.slice(1), down: 0, right: 0 });
      }),
    );
  }
  return found;
}
