import { encodeUtf8 } from "../../bytes/text";
import { strictUtf8 } from "../../bytes/textPieces";
import type { FastPath, Nesting } from "../../xml/xmlByteScanner";
import { LAST_COLUMN, LAST_ROW } from "../cellReference";
import type { CellSink } from "./cellSink";
import {
  behindAttributeName,
  behindBlanks,
  behindWord,
  endOfPlainText,
  endOfValue,
  EQUALS,
  GREATER,
  indexAt,
  LESS,
  numberAt,
  QUOTE,
  SLASH,
  SPACE,
} from "./plainBytes";
import type { CellReader } from "./readCells";

const ROW = encodeUtf8("<row");
const ROW_END = encodeUtf8("</row>");
const CELL_END = encodeUtf8("</c>");
const VALUE = encodeUtf8("<v>");
const VALUE_AND_CELL_END = encodeUtf8("</v></c>");
const FORMULA = encodeUtf8("<f>");
const FORMULA_END = encodeUtf8("</f>");
const INLINE = encodeUtf8("<is><t>");
const INLINE_KEPT = encodeUtf8('<is><t xml:space="preserve">');
const INLINE_END = encodeUtf8("</t></is></c>");
const NAMESPACE = encodeUtf8(" xmlns");
const HIDDEN = [encodeUtf8(' hidden="1"'), encodeUtf8(' hidden="true"')];

const [SMALL_B, SMALL_C, SMALL_H, SMALL_N, SMALL_R, SMALL_S, SMALL_T] = encodeUtf8(
  "bchnrst",
) as unknown as readonly [number, number, number, number, number, number, number];
const LETTER_A = 65;
const LETTERS = 26;
const ONE = 49;
const ZERO = 48;

/** What the attribute `t` says; a cell without it is a number. */
type CellType = "number" | "shared" | "boolean" | "text" | "inline";

const TEXT_TYPE = encodeUtf8("str");
const INLINE_TYPE = encodeUtf8("inlineStr");

/**
 * Rows and cells of a worksheet as Excel, LibreOffice and most libraries write them: numbers, truths and texts, formulas
 * without attributes, and what is blank.
 */
export class PlainCells implements FastPath {
  // Of the tag of the cell that is being read.
  private column = -1;
  private style = 0;
  private type: CellType = "number";

  constructor(
    private readonly reader: CellReader,
    private readonly cells: CellSink,
  ) {}

  get isReady(): boolean {
    return this.reader.isAmongRows;
  }

  beginsAt(bytes: Uint8Array, at: number): boolean {
    if (bytes[at + 1] === SMALL_C) return bytes[at + 2] === SPACE;
    return bytes[at + 1] === SMALL_R && behindWord(bytes, at, ROW) > 0;
  }

  read(bytes: Uint8Array, from: number, to: number, nesting: Nesting): number {
    const wasInRow = this.reader.isInRow;
    let isInRow = wasInRow;
    let at = from;
    for (;;) {
      at = behindBlanks(bytes, at);
      if (at >= to) break;
      let next = isInRow ? this.readCell(bytes, at) : this.readRow(bytes, at);
      if (next < 0 && isInRow) {
        next = behindWord(bytes, at, ROW_END);
        isInRow = next < 0;
      } else if (next > 0 && !isInRow) isInRow = bytes[next - 2] !== SLASH;
      if (next < 0) break;
      at = next;
    }
    if (isInRow && !wasInRow) {
      nesting.enter("row");
      this.reader.enterRowUnseen();
    } else if (wasInRow && !isInRow) {
      nesting.leave();
      this.reader.leaveRowUnseen();
    }
    return at;
  }

  /** Behind the tag of a row. */
  private readRow(bytes: Uint8Array, from: number): number {
    let at = behindWord(bytes, from, ROW);
    if (at < 0) return -1;
    let row = -1;
    let isHidden = false;
    while (bytes[at] === SPACE) {
      const start = behindAttributeName(bytes, at);
      const end = start < 0 ? -1 : endOfValue(bytes, start);
      if (end < 0 || behindWord(bytes, at, NAMESPACE) > 0) return -1;
      if (bytes[at + 1] === SMALL_R && bytes[at + 2] === EQUALS) {
        if (row >= 0) return -1;
        row = indexAt(bytes, start, end) - 1;
        if (row < 0 || row > LAST_ROW) return -1;
      } else if (bytes[at + 1] === SMALL_H) isHidden = HIDDEN.some((word) => behindWord(bytes, at, word) > 0);
      at = end + 1;
    }
    const end = tagEnd(bytes, at);
    if (end > 0) this.cells.beginRow(row < 0 ? this.cells.row + 1 : row, "");
    if (end > 0 && isHidden) this.cells.hideRow();
    return end;
  }

  /** Behind a whole cell. */
  private readCell(bytes: Uint8Array, from: number): number {
    const at = this.readTag(bytes, from);
    if (at < 0) return -1;
    if (bytes[at - 2] === SLASH) return this.leaveBlank(at);
    const end = behindWord(bytes, at, CELL_END);
    if (end > 0) return this.leaveBlank(end);
    if (this.type === "inline") return this.readInlineText(bytes, at);
    const formula = behindWord(bytes, at, FORMULA);
    const value = behindWord(bytes, formula < 0 ? at : behindFormula(bytes, formula), VALUE);
    return value < 0 ? -1 : this.readValue(bytes, value);
  }

  private leaveBlank(end: number): number {
    this.cells.beginCell(this.column);
    return end;
  }

  /** Behind the tag of a cell, of which the column, style and type are kept. */
  private readTag(bytes: Uint8Array, from: number): number {
    if (bytes[from] !== LESS || bytes[from + 1] !== SMALL_C) return -1;
    this.column = -1;
    this.style = 0;
    this.type = "number";
    let at = from + 2;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      const end = endOfValue(bytes, at + 4);
      if (end < 0 || !this.takeAttribute(bytes, at + 1, at + 4, end)) return -1;
      at = end + 1;
    }
    if (this.column < 0) this.column = this.cells.column + 1;
    const isInOrder = this.column > this.cells.column && this.column <= LAST_COLUMN;
    return isInOrder ? tagEnd(bytes, at) : -1;
  }

  private takeAttribute(bytes: Uint8Array, name: number, start: number, end: number): boolean {
    switch (bytes[name]) {
      case SMALL_R:
        if (this.column >= 0) return false;
        this.column = this.columnAt(bytes, start, end);
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
  private columnAt(bytes: Uint8Array, start: number, end: number): number {
    let column = 0;
    let at = start;
    for (; at < end && column <= LAST_COLUMN; at++) {
      const letter = bytes[at]! - LETTER_A;
      if (letter < 0 || letter >= LETTERS) break;
      column = column * LETTERS + letter + 1;
    }
    return indexAt(bytes, at, end) === this.cells.row + 1 ? column - 1 : -1;
  }

  private readInlineText(bytes: Uint8Array, at: number): number {
    const plain = behindWord(bytes, at, INLINE);
    const start = plain < 0 ? behindWord(bytes, at, INLINE_KEPT) : plain;
    return start < 0 ? -1 : this.readText(bytes, start, INLINE_END);
  }

  /** Behind the value that begins at a place, and the cell. */
  private readValue(bytes: Uint8Array, start: number): number {
    if (this.type === "text") return this.readText(bytes, start, VALUE_AND_CELL_END);
    const end = bytes.indexOf(LESS, start);
    const behind = end <= start ? -1 : behindWord(bytes, end, VALUE_AND_CELL_END);
    return behind > 0 && this.takeValue(bytes, start, end) ? behind : -1;
  }

  private takeValue(bytes: Uint8Array, start: number, end: number): boolean {
    const { cells, column, style } = this;
    if (this.type === "boolean") {
      if (end > start + 1 || (bytes[start] !== ONE && bytes[start] !== ZERO)) return false;
      cells.beginCell(column);
      cells.addBoolean(bytes[start] === ONE);
      cells.endCell(style);
      return true;
    }
    const number = this.type === "shared" ? indexAt(bytes, start, end) : numberAt(bytes, start, end);
    if (Number.isNaN(number) || (this.type === "shared" && number < 0)) return false;
    cells.beginCell(column);
    if (this.type === "shared") cells.addShared(number);
    else cells.addNumber(number, style);
    cells.endCell(style);
    return true;
  }

  private readText(bytes: Uint8Array, start: number, behind: Uint8Array): number {
    const end = endOfPlainText(bytes, start);
    const next = end <= start ? -1 : behindWord(bytes, end, behind);
    if (next < 0) return -1;
    this.cells.beginCell(this.column);
    this.cells.addBytes(bytes, start, end, strictUtf8);
    this.cells.endCell(this.style);
    return next;
  }
}

/** Behind the bracket of a tag whose attributes are over. */
function tagEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === GREATER) return at + 1;
  return bytes[at] === SLASH && bytes[at + 1] === GREATER ? at + 2 : -1;
}

/** Behind a formula that begins at a place. */
function behindFormula(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LESS, at);
  return end < 0 ? -1 : behindWord(bytes, end, FORMULA_END);
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
