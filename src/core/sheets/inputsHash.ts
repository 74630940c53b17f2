import { CellKind, type Grid, type GridColumn } from "../grid/grid";
import type { Texts } from "../grid/texts";
import type { Sha256 } from "../base/sha256";

/** Of texts and values that are written at a time. */
const TEXTS_OF_PIECE = 1000;
const VALUES_OF_PIECE = 8192;

/** The texts of a column by the order of their first use, so that the order in which it has them does not matter. */
function textOrder({ kinds, values, texts }: GridColumn): {
  readonly order: Int32Array;
  readonly count: number;
} {
  const order = new Int32Array(texts.length).fill(-1);
  let count = 0;
  for (let row = 0; row < kinds.length; row++) {
    const kind = kinds[row];
    if (kind !== CellKind.text && kind !== CellKind.error) continue;
    const index = values[row]!;
    if (order[index] === -1) order[index] = count++;
  }
  return { order, count };
}

/** The values as doubles, with texts as their place in the order. */
function* valuePieces({ kinds, values }: GridColumn, order: Int32Array): Generator<Uint8Array> {
  const isInOrder = order.every((place, index) => place === index);
  if (isInOrder && values instanceof Float64Array) {
    yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return;
  }
  for (let start = 0; start < values.length; start += VALUES_OF_PIECE) {
    const piece = Float64Array.from(values.subarray(start, start + VALUES_OF_PIECE));
    for (let index = 0; index < piece.length; index++) {
      const kind = kinds[start + index];
      if (kind === CellKind.text || kind === CellKind.error) piece[index] = order[piece[index]!]!;
    }
    yield new Uint8Array(piece.buffer);
  }
}

/** What JSON.stringify makes of the texts, piece by piece: that of a million ids would take a hundred megabytes. */
function* textsPieces(texts: Texts, order: Int32Array, count: number): Generator<string> {
  const indexOf = new Int32Array(count);
  for (const [index, place] of order.entries()) if (place >= 0) indexOf[place] = index;
  yield "[";
  for (let start = 0; start < count; start += TEXTS_OF_PIECE) {
    const piece = Array.from(indexOf.subarray(start, start + TEXTS_OF_PIECE), (index) => texts.at(index)!);
    yield `${start === 0 ? "" : ","}${JSON.stringify(piece).slice(1, -1)}`;
  }
  yield "]";
}

function* columnPieces(column: GridColumn): Generator<string | Uint8Array> {
  const { order, count } = textOrder(column);
  yield column.kinds;
  yield* valuePieces(column, order);
  yield* textsPieces(column.texts, order, count);
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
