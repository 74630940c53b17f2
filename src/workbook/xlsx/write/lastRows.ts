import { lastIndexOfBytes } from "../../bytes/bytes";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";

/** A row element by its 0-based row and the place of its tag among the bytes of the rows. */
export interface RowStart {
  readonly row: number;
  readonly offset: number;
}

/** Rows that are looked at in one step. */
const ROWS_PER_STEP = 2048;

/** The row elements from `fromRow` on, in order. Looks from the end, because rows are added there. */
export function* findLastRows(rows: Uint8Array, prefix: string, fromRow: number): Steps<RowStart[]> {
  const found: RowStart[] = [];
  for (const offset of tagOffsetsFromEnd(rows, `<${prefix}row`)) {
    const row = writtenRow(rows, offset);
    if (row === undefined) return yield* findByCounting(rows, prefix, fromRow);
    if (row < fromRow) break;
    found.push({ row, offset });
    if (found.length % ROWS_PER_STEP === 0) yield;
  }
  return found.reverse();
}

/** A row that does not say its number is the one after the row before it. */
function* findByCounting(rows: Uint8Array, prefix: string, fromRow: number): Steps<RowStart[]> {
  const offsets: number[] = [];
  for (const offset of tagOffsetsFromEnd(rows, `<${prefix}row`)) {
    offsets.push(offset);
    if (offsets.length % ROWS_PER_STEP === 0) yield;
  }
  const found: RowStart[] = [];
  let row = -1;
  for (const [index, offset] of offsets.reverse().entries()) {
    row = writtenRow(rows, offset) ?? row + 1;
    if (row >= fromRow) found.push({ row, offset });
    if (index % ROWS_PER_STEP === 0) yield;
  }
  return found;
}

const GREATER = 62;
/** What may stand behind the name of a tag: white space, a slash or the tag's end. */
const BEHIND_NAME = [9, 10, 13, 32, 47, GREATER];

function* tagOffsetsFromEnd(rows: Uint8Array, start: string): Generator<number> {
  const tag = encodeUtf8(start);
  let offset = lastIndexOfBytes(rows, tag);
  while (offset >= 0) {
    if (BEHIND_NAME.includes(rows[offset + tag.length]!)) yield offset;
    offset = lastIndexOfBytes(rows, tag, offset - 1);
  }
}

function writtenRow(rows: Uint8Array, offset: number): number | undefined {
  const tag = decodeUtf8(rows.subarray(offset, rows.indexOf(GREATER, offset)));
  const number = /\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}
