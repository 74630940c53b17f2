import type { CellRef, Snapshot } from "../grid/grid";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import type { CellEdit, WritePlan } from "../sheets/plan";
import { withMaskedCards } from "./paymentCards";
import { cardFinderOf, cardsInCells } from "./scanCells";

/**
 * Every card number of a cell with all but its last four digits as stars; the rest of the cell's text stays. Cells that are
 * left out, such as those with a formula, keep what they show.
 */
export function planMask(snapshot: Snapshot, isLeftOut: (at: CellRef) => boolean): WritePlan {
  const find = cardFinderOf(snapshot);
  const grids = new Map(snapshot.grids.map((grid) => [grid.sheet, grid]));
  const edits = new Map<string, CellEdit>();
  for (const { at } of cardsInCells(snapshot, find)) {
    if (isLeftOut(at)) continue;
    const text = shownText(viewCell(grids.get(at.sheet)!, at.row, at.column));
    const value = withMaskedCards(text, find(text));
    edits.set(`${at.sheet} ${String(at.row)} ${String(at.column)}`, { at, value });
  }
  return { sheets: [], removedSheets: [], appended: [], edits: [...edits.values()] };
}
