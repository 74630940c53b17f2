import type { Grid, GridColumn, Snapshot } from "../../core/api";
import { CellKind } from "../../core/api";
import type { Steps } from "../bytes/steps";

const isText = (kind: number) => kind === CellKind.text || kind === CellKind.error;

function sameCell(a: GridColumn, b: GridColumn, row: number): boolean {
  const kind = a.kinds[row] ?? CellKind.blank;
  if (kind !== (b.kinds[row] ?? CellKind.blank)) return false;
  if (kind === CellKind.blank) return true;
  const [left, right] = [a.values[row]!, b.values[row]!];
  return isText(kind) ? a.texts.at(left) === b.texts.at(right) : left === right;
}

const blankColumn: GridColumn = { kinds: new Uint8Array(0), values: new Float64Array(0), texts: [] };

/** Cells that are compared in a step. */
const COMPARED_STEP = 50_000;

function* sameGrid(a: Grid, b: Grid): Steps<boolean> {
  if (a === b) return true;
  const columns = Math.max(a.columns.length, b.columns.length);
  for (let column = 0; column < columns; column++) {
    const [left, right] = [a.columns[column] ?? blankColumn, b.columns[column] ?? blankColumn];
    const rows = Math.max(left.kinds.length, right.kinds.length);
    for (let row = 0; row < rows; row++) {
      if (!sameCell(left, right, row)) return false;
      if (row % COMPARED_STEP === COMPARED_STEP - 1) yield;
    }
  }
  return true;
}

/** The first sheet that differs in any cell, or is in one of the books only; undefined when they say the same. */
export function* changedSheet(before: Snapshot, now: Snapshot): Steps<string | undefined> {
  const gridsNow = new Map(now.grids.map((grid) => [grid.sheet, grid]));
  for (const grid of before.grids) {
    const same = gridsNow.get(grid.sheet);
    if (!same || !(yield* sameGrid(grid, same))) return grid.sheet;
    gridsNow.delete(grid.sheet);
  }
  return [...gridsNow.keys()][0];
}
