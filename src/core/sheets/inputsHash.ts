import { CellKind, type Grid, type GridColumn } from "../grid/grid";
import type { Texts } from "../grid/texts";
import type { Sha256 } from "../base/sha256";

/** Of texts and values that are written at a time. */
const TEXTS_OF_PIECE = 1000;
const VALUES_OF_PIECE = 8192;

const isTextKind = (kind: number | undefined): boolean => kind === CellKind.text || kind === CellKind.error;

/** The texts of a column by the order of their first use, so that the order in which it has them does not matter. */
interface TextOrder {
  /** The place of each text, -1 for one that no cell has; undefined where all have the place that they have in the column. */
  readonly places: Int32Array | undefined;
  readonly count: number;
}

/** Whether a column has its texts in the order of their first use, and no other, as readers mostly find them. */
function isInOrder({ kinds, values, texts }: GridColumn): boolean {
  let count = 0;
  for (let row = 0; row < kinds.length; row++)
    if (isTextKind(kinds[row])) {
      if (values[row]! > count) return false;
      if (values[row] === count) count++;
    }
  return count === texts.length;
}

function textOrder(column: GridColumn): TextOrder {
  const { kinds, values, texts } = column;
  if (isInOrder(column)) return { places: undefined, count: texts.length };
  const places = new Int32Array(texts.length).fill(-1);
  let count = 0;
  for (let row = 0; row < kinds.length; row++)
    if (isTextKind(kinds[row]) && places[values[row]!] === -1) places[values[row]!] = count++;
  return { places, count };
}

/** The values as doubles, with texts as their place in the order. */
function* valuePieces({ kinds, values }: GridColumn, { places }: TextOrder): Generator<Uint8Array> {
  if (!places && values instanceof Float64Array) {
    yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return;
  }
  for (let start = 0; start < values.length; start += VALUES_OF_PIECE) {
    const piece = Float64Array.from(values.subarray(start, start + VALUES_OF_PIECE));
    for (let index = 0; places && index < piece.length; index++)
      if (isTextKind(kinds[start + index])) piece[index] = places[piece[index]!]!;
    yield new Uint8Array(piece.buffer);
  }
}

/** What JSON.stringify makes of the texts, piece by piece: that of a million ids would take a hundred megabytes. */
function* textsPieces(texts: Texts, { places, count }: TextOrder): Generator<string> {
  const indexOf = places && new Int32Array(count);
  if (indexOf) for (const [index, place] of places.entries()) if (place >= 0) indexOf[place] = index;
  const textAt = (place: number) => texts.at(indexOf ? indexOf[place]! : place)!;
  yield "[";
  for (let start = 0; start < count; start += TEXTS_OF_PIECE) {
    const length = Math.min(TEXTS_OF_PIECE, count - start);
    const piece = Array.from({ length }, (_, index) => textAt(start + index));
    yield `${start === 0 ? "" : ","}${JSON.stringify(piece).slice(1, -1)}`;
  }
  yield "]";
}

function* columnPieces(column: GridColumn): Generator<string | Uint8Array> {
  const order = textOrder(column);
  yield column.kinds;
  yield* valuePieces(column, order);
  yield* textsPieces(column.texts, order);
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
