import { GridBuilder, withRoom, type Grid } from "../../../core/api";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import { LONGEST_TEXT } from "../../xlsx/cellText";
import type { Division } from "./delimiter";
import { isBlankField, numberOfField } from "./fieldCell";

export const QUOTE = 34;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
/** As wide as a sheet. */
export const MOST_COLUMNS = 16_384;
/** A grid costs 9 bytes for each cell, filled or not. */
const MOST_CELLS = 100_000_000;

/** Excel's sheets end with fewer rows: a text with more rows of nothing is no table. */
const MOST_EMPTY_ROWS = 2_000_000;

export type CsvFault =
  | { readonly kind: "unterminatedQuote"; readonly line: number }
  | { readonly kind: "longField"; readonly line: number; readonly column: number }
  | { readonly kind: "emptyRows"; readonly line: number }
  | { readonly kind: "tooLarge"; readonly rows: number; readonly columns: number };

/** A byte of UTF-8 with which no character begins. */
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
/** From this byte on a character has four bytes, and two of the UTF-16 units that Excel counts. */
const FIRST_OF_FOUR = 0xf0;

/**
 * Whether a field of UTF-8 has more characters than a cell holds. `close` is the last quote of a quoted one: the quotes
 * around it are none of them, and two inside are one. Counted as bytes, since a field may be as long as its file.
 */
export function isLongField(text: Uint8Array, start: number, end: number, close = -1): boolean {
  if (end - start <= LONGEST_TEXT) return false;
  let count = 0;
  for (let at = close < 0 ? start : start + 1; at < end && count <= LONGEST_TEXT; at++) {
    const byte = text[at]!;
    if (at === close || isContinuation(byte)) continue;
    count += byte < FIRST_OF_FOUR ? 1 : 2;
    if (byte === QUOTE && at < close) at++;
  }
  return count > LONGEST_TEXT;
}

/** Counts the rows of a text in which nothing is. */
export class EmptyRows {
  private count = 0;

  /** Whether one more is too much. */
  isOneTooMany(): boolean {
    return ++this.count > MOST_EMPTY_ROWS;
  }
}

/** A number for each row, with room for more. */
class RowNumbers {
  private numbers = new Int32Array(1024);

  set(row: number, number: number): void {
    this.numbers = withRoom(this.numbers, row + 1);
    this.numbers[row] = number;
  }

  upTo(count: number): Int32Array {
    return this.numbers.slice(0, count);
  }
}

/** Divides a CSV text into fields by RFC 4180 and collects them; a quote inside a bare field is a character. */
export class RecordParser {
  private readonly builder: GridBuilder;
  /** Mostly one byte; a file may name any character. */
  private readonly delimiter: Uint8Array;
  private readonly lines = new RowNumbers();
  private readonly fields = new RowNumbers();
  private readonly widths = new RowNumbers();
  private readonly emptyRows = new EmptyRows();
  private position: number;
  /** Of the text, 1-based. */
  private line: number;
  /** Fields of the row up to the last that is not empty. */
  private width = 0;
  private row = 0;
  private column = 0;
  private widest = 0;
  /** The first row that holds anything; its fields are titles, whatever they look like. */
  private headerRow = -1;

  constructor(
    /** UTF-8. */
    private readonly text: Uint8Array,
    /** Its start in bytes. */
    private readonly division: Division,
    /** Whether a point in a number is taken for its decimal sign. */
    private readonly takesPoint: boolean,
    sheet: string,
  ) {
    this.delimiter = encodeUtf8(division.delimiter);
    this.position = division.start;
    this.line = division.start === 0 ? 1 : 2;
    this.lines.set(0, this.line);
    this.builder = new GridBuilder(sheet);
  }

  parse(): Grid | CsvFault {
    while (this.position < this.text.length) {
      const fault = this.readField() ?? this.readSeparator();
      if (fault !== undefined) return fault;
    }
    if (this.column > 0 || this.width > 0) this.endRow();
    const { delimiter } = this.division;
    return this.builder.build({
      delimiter,
      lines: this.lines.upTo(this.row),
      fields: this.fields.upTo(this.row),
      widths: this.widths.upTo(this.row),
    });
  }

  private readField(): CsvFault | undefined {
    const start = this.position;
    if (this.text[start] !== QUOTE) {
      this.position = this.fieldEnd(start);
      if (isLongField(this.text, start, this.position)) return this.longField();
      this.addField(start, this.position);
      return undefined;
    }
    const close = closingQuote(this.text, start);
    if (close < 0) return { kind: "unterminatedQuote", line: this.line };
    this.position = this.fieldEnd(close + 1);
    if (isLongField(this.text, start, this.position, close)) return this.longField();
    this.line += lineBreaks(this.text, start + 1, close);
    const hasQuotes = this.text.subarray(start + 1, close).includes(QUOTE);
    // What follows a closing quote belongs to the field, as in Excel.
    if (this.position > close + 1 || hasQuotes) {
      const quoted = decodeUtf8(this.text.subarray(start + 1, close)).replaceAll('""', '"');
      this.addText(encodeUtf8(quoted + decodeUtf8(this.text.subarray(close + 1, this.position))));
    } else {
      this.addField(start + 1, close);
    }
    return undefined;
  }

  /** Where a bare field is over. */
  private fieldEnd(start: number): number {
    const { text } = this;
    const first = this.delimiter[0];
    let end = start;
    for (; end < text.length; end++) {
      const byte = text[end]!;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN || (byte === first && this.isDelimiter(end))) break;
    }
    return end;
  }

  private isDelimiter(at: number): boolean {
    for (let index = 0; index < this.delimiter.length; index++)
      if (this.text[at + index] !== this.delimiter[index]) return false;
    return true;
  }

  private addField(start: number, end: number): void {
    if (start === end) return;
    if (this.headerRow >= 0 && this.row > this.headerRow) {
      const number = numberOfField(this.text, start, end, this.takesPoint);
      if (!Number.isNaN(number)) {
        this.width = this.column + 1;
        this.builder.number(this.row, this.column, number);
        return;
      }
    }
    this.addText(this.text, start, end);
  }

  private addText(bytes: Uint8Array, start = 0, end = bytes.length): void {
    if (this.headerRow < 0) this.headerRow = this.row;
    if (start === end) return;
    if (!isBlankField(bytes, start, end)) this.width = this.column + 1;
    this.builder.bytes(this.row, this.column, bytes, start, end, decodeUtf8);
  }

  /** Steps over the delimiter or line break after a field. */
  private readSeparator(): CsvFault | undefined {
    // The last field of a text without a line break at its end: nothing follows it.
    if (this.position >= this.text.length) return undefined;
    const byte = this.text[this.position]!;
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
      this.position += this.delimiter.length;
      this.column++;
      return this.column < MOST_COLUMNS ? undefined : this.tooLarge();
    }
    this.position++;
    if (byte === CARRIAGE_RETURN && this.text[this.position] === LINE_FEED) this.position++;
    if (this.width === 0 && this.emptyRows.isOneTooMany()) return { kind: "emptyRows", line: this.line };
    this.line++;
    this.endRow();
    return this.row * this.widest <= MOST_CELLS ? undefined : this.tooLarge();
  }

  private endRow(): void {
    this.fields.set(this.row, this.column + 1);
    this.widths.set(this.row, this.width);
    this.widest = Math.max(this.widest, this.column + 1);
    this.row++;
    this.column = this.width = 0;
    this.lines.set(this.row, this.line);
  }

  private longField(): CsvFault {
    return { kind: "longField", line: this.line, column: this.column + 1 };
  }

  private tooLarge(): CsvFault {
    const columns = Math.max(this.widest, this.column + 1);
    return { kind: "tooLarge", rows: this.row + 1, columns };
  }
}

/** The quote that closes the one at `open`, doubled quotes stand for themselves; -1 without one. */
export function closingQuote(text: Uint8Array, open: number): number {
  let close = text.indexOf(QUOTE, open + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  return close;
}

/** How many lines a quoted text goes on for. */
export function lineBreaks(text: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = text[at];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && (text[at + 1] !== LINE_FEED || at + 1 === end)))
      count++;
  }
  return count;
}
