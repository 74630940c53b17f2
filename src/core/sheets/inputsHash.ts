import { CellKind, type Grid, type GridColumn } from "../grid/grid";
import type { Sha256 } from "../base/sha256";

/** Texts of a column in the order of their first use, so that the dictionary's own order does not matter. */
function canonicalTexts(column: GridColumn, indexes: Float64Array): string[] {
  const order = new Map<string, number>();
  for (let row = 0; row < indexes.length; row++) {
    const kind = column.kinds[row];
    if (kind !== CellKind.text && kind !== CellKind.error) continue;
    const text = column.texts[column.values[row]!]!;
    let index = order.get(text);
    if (index === undefined) order.set(text, (index = order.size));
    indexes[row] = index;
  }
  return [...order.keys()];
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
