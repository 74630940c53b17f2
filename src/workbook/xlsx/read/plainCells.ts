import { encodeUtf8 } from "../../bytes/text";
import { strictUtf8 } from "../../bytes/textPieces";
import type { FastPath, Nesting } from "../../xml/xmlByteScanner";
import { LAST_ROW } from "../cellReference";
import type { CellSink } from "./cellSink";
import {
  behindAttributeName,
  behindBlanks,
  behindWord,
  endOfPlainText,
  endOfValue,
  EQUALS,
  indexAt,
  LESS,
  PlainNumber,
  SLASH,
  SPACE,
  tagEnd,
} from "./plainBytes";
import { isCellAt, PlainCellTag, type RepeatedCellTag } from "./plainCellTag";
import type { CellReader } from "./readCells";
import { RepeatedTag, RowName } from "./repeatedTag";

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

const [SMALL_H, SMALL_R] = encodeUtf8("hr") as unknown as readonly [number, number];

class RepeatedRowTag extends RepeatedTag {
  isHidden = false;
}

/**
 * Rows and cells of a worksheet as Excel, LibreOffice and most libraries write them: numbers, truths and texts, formulas
 * without attributes, and what is blank.
 */
export class PlainCells implements FastPath {
  private readonly tag = new PlainCellTag();
  private readonly number = new PlainNumber();
  /** Of the row that is open. */
  private readonly rowName = new RowName();
  // As they were written in the row above; those of cells by the column of the cell before, counted from 1.
  private readonly rowTag = new RepeatedRowTag();
  private readonly cellTags: RepeatedCellTag[] = [];

  constructor(
    private readonly reader: CellReader,
    private readonly cells: CellSink,
  ) {}

  get isReady(): boolean {
    return this.reader.isAmongRows;
  }

  beginsAt(bytes: Uint8Array, at: number): boolean {
    return isCellAt(bytes, at) || (bytes[at + 1] === SMALL_R && behindWord(bytes, at, ROW) > 0);
  }

  read(bytes: Uint8Array, from: number, to: number, nesting: Nesting): number {
    const wasInRow = this.reader.isInRow;
    if (wasInRow) this.rowName.become(this.cells.row + 1);
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
    const next = this.cells.row + 1;
    this.rowName.become(next + 1);
    const behind = next > LAST_ROW ? -1 : this.rowTag.behind(bytes, from, this.rowName);
    return behind < 0 ? this.readRowAnew(bytes, from) : this.beginRow(next, this.rowTag.isHidden, behind);
  }

  private beginRow(row: number, isHidden: boolean, end: number): number {
    this.cells.beginRow(row, "");
    if (isHidden) this.cells.hideRow();
    return end;
  }

  private readRowAnew(bytes: Uint8Array, from: number): number {
    let at = behindWord(bytes, from, ROW);
    if (at < 0) return -1;
    let row = -1;
    let isHidden = false;
    let nameStart = from;
    let nameEnd = from;
    while (bytes[at] === SPACE) {
      const start = behindAttributeName(bytes, at);
      const end = start < 0 ? -1 : endOfValue(bytes, start);
      if (end < 0 || behindWord(bytes, at, NAMESPACE) > 0) return -1;
      if (bytes[at + 1] === SMALL_R && bytes[at + 2] === EQUALS) {
        if (row >= 0) return -1;
        row = indexAt(bytes, start, end) - 1;
        if (row < 0 || row > LAST_ROW) return -1;
        nameStart = start;
        nameEnd = end;
      } else if (bytes[at + 1] === SMALL_H) isHidden = HIDDEN.some((word) => behindWord(bytes, at, word) > 0);
      at = end + 1;
    }
    const end = tagEnd(bytes, at);
    if (end < 0) return -1;
    if (row < 0) row = this.cells.row + 1;
    this.rowTag.isHidden = isHidden;
    if (nameEnd > nameStart) this.rowTag.keep(bytes, from, nameStart, nameEnd, end);
    else this.rowTag.forget();
    this.rowName.become(row + 1);
    return this.beginRow(row, isHidden, end);
  }

  /** Behind a whole cell. */
  private readCell(bytes: Uint8Array, from: number): number {
    const repeated = this.cellTags[this.cells.column + 1];
    const value = repeated === undefined ? -1 : repeated.behind(bytes, from, this.rowName);
    if (repeated === undefined || value < 0) return this.readCellAnew(bytes, from);
    const { tag } = this;
    tag.column = repeated.column;
    tag.style = repeated.style;
    tag.type = repeated.type;
    return this.readValue(bytes, value);
  }

  private readCellAnew(bytes: Uint8Array, from: number): number {
    const at = this.tag.read(bytes, from, this.cells);
    if (at < 0) return -1;
    if (bytes[at - 2] === SLASH) return this.leaveBlank(at);
    const end = behindWord(bytes, at, CELL_END);
    if (end > 0) return this.leaveBlank(end);
    const formula = this.tag.type === "inline" ? -1 : behindWord(bytes, at, FORMULA);
    const value =
      formula < 0 ? this.valueAt(bytes, at) : behindWord(bytes, behindFormula(bytes, formula), VALUE);
    if (value < 0) return -1;
    if (formula < 0) this.tag.keepIn(this.cellTags, this.cells.column + 1, bytes, value);
    return this.readValue(bytes, value);
  }

  private leaveBlank(end: number): number {
    this.cells.beginCell(this.tag.column);
    return end;
  }

  /** Where the value begins of a cell whose tag ends at a place. */
  private valueAt(bytes: Uint8Array, at: number): number {
    if (this.tag.type !== "inline") return behindWord(bytes, at, VALUE);
    const plain = behindWord(bytes, at, INLINE);
    return plain < 0 ? behindWord(bytes, at, INLINE_KEPT) : plain;
  }

  /** Behind the value that begins at a place, and the cell. */
  private readValue(bytes: Uint8Array, start: number): number {
    const { column, style, type } = this.tag;
    if (type === "text") return this.readText(bytes, start, VALUE_AND_CELL_END);
    if (type === "inline") return this.readText(bytes, start, INLINE_END);
    const { cells, number } = this;
    if (type === "number" ? !number.read(bytes, start) : !number.readIndex(bytes, start)) return -1;
    const behind = behindWord(bytes, number.end, VALUE_AND_CELL_END);
    if (behind < 0 || (type === "boolean" && number.value > 1)) return -1;
    cells.beginCell(column);
    if (type === "shared") cells.addShared(number.value);
    else if (type === "number") cells.addNumber(number.value, style);
    else cells.addBoolean(number.value === 1);
    cells.endCell(style);
    return behind;
  }

  private readText(bytes: Uint8Array, start: number, behind: Uint8Array): number {
    const end = endOfPlainText(bytes, start);
    const next = end <= start ? -1 : behindWord(bytes, end, behind);
    if (next < 0) return -1;
    this.cells.beginCell(this.tag.column);
    this.cells.addBytes(bytes, start, end, strictUtf8);
    this.cells.endCell(this.tag.style);
    return next;
  }
}

/** Behind a formula that begins at a place. */
function behindFormula(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LESS, at);
  return end < 0 ? -1 : behindWord(bytes, end, FORMULA_END);
}
