import { encodeUtf8 } from "../../bytes/text";
import { LAST_COLUMN } from "../cellReference";
import type { CellSink } from "./cellSink";
import { behindWord, endOfValue, EQUALS, indexAt, LESS, QUOTE, SPACE, tagEnd } from "./plainBytes";
import { RepeatedTag } from "./repeatedTag";

const TEXT_TYPE = encodeUtf8("str");
const INLINE_TYPE = encodeUtf8("inlineStr");

const [SMALL_B, SMALL_C, SMALL_N, SMALL_R, SMALL_S, SMALL_T] = encodeUtf8("bcnrst") as unknown as readonly [
  number,
  number,
  number,
  number,
  number,
  number,
];
const LETTER_A = 65;
const LETTERS = 26;

/** What the attribute `t` says; a cell without it is a number. */
type CellType = "number" | "shared" | "boolean" | "text" | "inline";

/** What the tag of a cell says. */
interface CellTag {
  readonly column: number;
  readonly style: number;
  readonly type: CellType;
}

/** The tag of a cell of the row above, with that of its value, and what it said. */
export class RepeatedCellTag extends RepeatedTag implements CellTag {
  column = -1;
  style = 0;
  type: CellType = "number";
}

/** Whether a place is where a cell begins. */
export const isCellAt = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === SMALL_C && bytes[at + 2] === SPACE;

/** Reads the tags of cells, with the attributes that most programs write. */
export class PlainCellTag implements CellTag {
  column = -1;
  style = 0;
  type: CellType = "number";
  /** Where the tag names the row; the end is 0 where it does not. */
  private rowNameStart = 0;
  private rowNameEnd = 0;
  private start = 0;

  /** Behind the tag of a cell, of which the column, style and type are kept. */
  read(bytes: Uint8Array, from: number, cells: CellSink): number {
    if (bytes[from] !== LESS || bytes[from + 1] !== SMALL_C) return -1;
    this.column = -1;
    this.style = 0;
    this.type = "number";
    this.rowNameEnd = 0;
    this.start = from;
    let at = from + 2;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      const end = endOfValue(bytes, at + 4);
      if (end < 0 || !this.takeAttribute(bytes, at + 1, at + 4, end, cells.row)) return -1;
      at = end + 1;
    }
    if (this.column < 0) this.column = cells.column + 1;
    const isInOrder = this.column > cells.column && this.column <= LAST_COLUMN;
    return isInOrder ? tagEnd(bytes, at) : -1;
  }

  private takeAttribute(bytes: Uint8Array, name: number, start: number, end: number, row: number): boolean {
    switch (bytes[name]) {
      case SMALL_R:
        if (this.column >= 0) return false;
        this.column = this.columnAt(bytes, start, end, row);
        return this.column >= 0;
      case SMALL_S:
        this.style = indexAt(bytes, start, end);
        return this.style >= 0;
      case SMALL_T: {
        const type = typeAt(bytes, start, end);
        if (type !== undefined) this.type = type;
        return type !== undefined;
      }
      default:
        return false;
    }
  }

  /** The column of a reference to a cell of the row that is open; -1 for any other. */
  private columnAt(bytes: Uint8Array, start: number, end: number, row: number): number {
    let column = 0;
    let at = start;
    for (; at < end && column <= LAST_COLUMN; at++) {
      const letter = bytes[at]! - LETTER_A;
      if (letter < 0 || letter >= LETTERS) break;
      column = column * LETTERS + letter + 1;
    }
    this.rowNameStart = at;
    this.rowNameEnd = end;
    return indexAt(bytes, at, end) === row + 1 ? column - 1 : -1;
  }

  /** Keeps what was read, up to where its value begins, for the row below. */
  keepIn(tags: RepeatedCellTag[], before: number, bytes: Uint8Array, value: number): void {
    if (this.rowNameEnd === 0) return;
    const tag = (tags[before] ??= new RepeatedCellTag());
    tag.column = this.column;
    tag.style = this.style;
    tag.type = this.type;
    tag.keep(bytes, this.start, this.rowNameStart, this.rowNameEnd, value);
  }
}

function typeAt(bytes: Uint8Array, start: number, end: number): CellType | undefined {
  if (end === start + 1) {
    if (bytes[start] === SMALL_S) return "shared";
    if (bytes[start] === SMALL_N) return "number";
    return bytes[start] === SMALL_B ? "boolean" : undefined;
  }
  if (behindWord(bytes, start, INLINE_TYPE) === end) return "inline";
  return behindWord(bytes, start, TEXT_TYPE) === end ? "text" : undefined;
}
