import { CellKind, type Grid, type GridColumn } from "../grid/grid";
import type { Sha256 } from "../base/sha256";

/** Texts of a column in the order of their first use, so that the dictionary's own order does not matter. */
function canonicalTexts(column: GridColumn, indexes: Float64Array): string[] {
  const texts: string[] = [];
  const orderOf = new Int32Array(column.texts.length).fill(-1);
  for (let row = 0; row < indexes.length; row++) {
    const kind = column.kinds[row];
    if (kind !== CellKind.text && kind !== CellKind.error) continue;
    const index = column.values[row]!;
    if (orderOf[index] === -1) orderOf[index] = texts.push(column.texts[index]!) - 1;
    indexes[row] = orderOf[index]!;
  }
  return texts;
}

function* columnPieces(column: GridColumn): Generator<string | Uint8Array> {
  const values = column.values.slice();
  const texts = canonicalTexts(column, values);
  yield column.kinds;
  yield new Uint8Array(values.buffer);
  yield JSON.stringify(texts);
}

function* gridPieces(grids: readonly Grid[]): Generator<string | Uint8Array> {
  for (const grid of grids) {
    yield JSON.stringify([grid.sheet, grid.rowCount, grid.columns.length]);
    for (const column of grid.columns) yield* columnPieces(column);
  }
}

/** SHA-256 over every cell of the input sheets: the same inputs give the same hash, a changed cell another. */
export function inputsHash(grids: readonly Grid[], sha256: Sha256): string {
  return sha256(gridPieces(grids));
}
