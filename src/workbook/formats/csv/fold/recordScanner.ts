import { withRoom } from "../../../../core/api";
import { decodeUtf8, encodeUtf8 } from "../../../bytes/text";
import { LONGEST_TEXT } from "../../../xlsx/cellText";
import {
  CARRIAGE_RETURN,
  closingQuote,
  EmptyRows,
  isLongField,
  LINE_FEED,
  lineBreaks,
  MOST_COLUMNS,
  QUOTE,
  type CsvFault,
} from "../parseRecords";
import { isBlankField } from "../fieldCell";

/** A record that is longer is no row of a table. */
const LONGEST_RECORD = 32 * 1024 ** 2;
const WORD = 4;
const EACH_BYTE = 0x01010101;
/** The highest bit of each byte of a word. */
const HIGH_BITS = 0x80808080;
/** Bytes below are a character each. */
const ASCII = 0x80;

/** A record of a text, valid until the next one is read: the bytes of its fields without their quotes. */
export class TextRecord {
  text: Uint8Array = new Uint8Array();
  /** The same bytes, to be read four at a time. */
  view = new DataView(this.text.buffer);
  count = 0;
  /** On which it begins, 1-based. */
  line = 1;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  /** Fields with quotes inside, which are not in the text as they are, by column. */
  readonly written = new Map<number, Uint8Array>();

  /** The text whose records come. */
  begin(text: Uint8Array): void {
    this.text = text;
    this.view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  }

  /** The text of a field without blanks around it. */
  textAt(column: number): string {
    return decodeUtf8(
      this.written.get(column) ?? this.text.subarray(this.starts[column], this.ends[column]),
    ).trim();
  }

  isBlank(): boolean {
    for (let column = 0; column < this.count; column++) if (!this.isBlankAt(column)) return false;
    return true;
  }

  /** Whether a field is of blanks alone, or not there. */
  isBlankAt(column: number): boolean {
    if (column >= this.count) return true;
    const [start, end] = [this.starts[column]!, this.ends[column]!];
    return start === end ? !this.written.has(column) : isBlankField(this.text, start, end);
  }

  add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = withRoom(this.starts, this.count + 1);
      this.ends = withRoom(this.ends, this.count + 1);
    }
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
}

/** What ends the reading of a text. */
export type ScanFault = CsvFault | { readonly kind: "longRecord"; readonly line: number };

const isFault = (at: number | ScanFault): at is ScanFault => typeof at !== "number";

/**
 * Divides text that comes in pieces into records, by the same rules as RecordParser; of the text only the record that
 * is not whole yet is kept. Each byte is looked at a few times at most, however long a record is.
 */
export class RecordScanner {
  readonly record = new TextRecord();
  private readonly delimiter: Uint8Array;
  /** The byte above all of ASCII that may end a field, in each byte of a word. */
  private readonly aboveSigns: number;
  private rest: Uint8Array = new Uint8Array();
  /** Where the rest and the pieces behind it are put together. */
  private joint: Uint8Array = new Uint8Array();
  private readonly emptyRows = new EmptyRows();
  private readonly waiting: Uint8Array[] = [];
  private waitingSize = 0;
  /** An incomplete record is looked at again when it has so many bytes. */
  private wanted = 0;

  constructor(
    delimiter: string,
    private line: number,
    private readonly take: (record: TextRecord) => void,
  ) {
    this.delimiter = encodeUtf8(delimiter);
    const [first = 0] = this.delimiter;
    this.aboveSigns = Math.imul(Math.max(CARRIAGE_RETURN, first < ASCII ? first : 0) + 1, EACH_BYTE);
  }

  write(piece: Uint8Array): ScanFault | undefined {
    this.waitingSize += piece.length;
    const isEnough = this.rest.length + this.waitingSize >= this.wanted;
    // A copy of what waits, since whoever made the piece may use its memory again.
    this.waiting.push(isEnough ? piece : new Uint8Array(piece));
    return isEnough ? this.scan(false) : undefined;
  }

  end(): ScanFault | undefined {
    return this.scan(true);
  }

  private scan(isLast: boolean): ScanFault | undefined {
    const text = this.joined();
    this.record.begin(text);
    let at = 0;
    while (at < text.length) {
      const next = this.next(text, at, isLast);
      if (isFault(next)) return next;
      if (next < 0) break;
      if (this.isEmpty() && this.emptyRows.isOneTooMany())
        return { kind: "emptyRows", line: this.record.line };
      this.take(this.record);
      at = next;
    }
    this.rest = new Uint8Array(text.subarray(at));
    this.wanted = this.rest.length * 2;
    if (this.rest.length > LONGEST_RECORD) return { kind: "longRecord", line: this.line };
    return undefined;
  }

  /** Whether the record is delimiters alone. */
  private isEmpty(): boolean {
    const { starts, ends, count } = this.record;
    return ends[count - 1]! - starts[0]! === (count - 1) * this.delimiter.length;
  }

  private joined(): Uint8Array {
    const [only] = this.waiting;
    const isWhole = this.rest.length === 0 && this.waiting.length === 1 && only !== undefined;
    const text = isWhole ? only : this.room(this.rest.length + this.waitingSize);
    if (!isWhole) {
      text.set(this.rest);
      let at = this.rest.length;
      for (const piece of this.waiting) {
        text.set(piece, at);
        at += piece.length;
      }
    }
    this.waiting.length = 0;
    this.waitingSize = 0;
    return text;
  }

  /** So many bytes, which are those that were given before: nothing but the rest is kept of these. */
  private room(size: number): Uint8Array {
    if (this.joint.length < size) this.joint = new Uint8Array(size);
    return this.joint.subarray(0, size);
  }

  /** Reads the record at a place; where the one behind it begins, or -1 when it may go on in the next piece. */
  private next(text: Uint8Array, from: number, isLast: boolean): number | ScanFault {
    const { record, delimiter } = this;
    const { view } = record;
    record.count = 0;
    record.line = this.line;
    // Clearing makes a new table, and there is a record for each of millions of rows.
    if (record.written.size > 0) record.written.clear();
    let breaks = 1;
    for (let at = from; ;) {
      let end: number;
      if (text[at] === QUOTE) {
        const close = closingQuote(text, at);
        if (close < 0 && isLast) return { kind: "unterminatedQuote", line: this.line + breaks - 1 };
        if (close < 0 || (close + 1 >= text.length && !isLast)) return -1;
        end = this.fieldEnd(text, view, close + 1);
        if (isLongField(text, at, end, close)) return this.longField(breaks);
        breaks += lineBreaks(text, at + 1, close);
        this.addQuoted(text, at, close, end);
      } else {
        end = this.fieldEnd(text, view, at);
        if (end - at > LONGEST_TEXT && isLongField(text, at, end)) return this.longField(breaks);
        record.add(at, end);
      }
      if (end >= text.length) return isLast ? this.done(end, breaks) : -1;
      const byte = text[end]!;
      if (byte === LINE_FEED) return this.done(end + 1, breaks);
      if (byte === CARRIAGE_RETURN) {
        if (end + 1 >= text.length && !isLast) return -1;
        return this.done(text[end + 1] === LINE_FEED ? end + 2 : end + 1, breaks);
      }
      at = end + delimiter.length;
      if (record.count >= MOST_COLUMNS) return { kind: "tooLarge", rows: 1, columns: record.count + 1 };
    }
  }

  private longField(breaks: number): ScanFault {
    return { kind: "longField", line: this.line + breaks - 1, column: this.record.count + 1 };
  }

  private done(next: number, breaks: number): number {
    this.line += breaks;
    return next;
  }

  private addQuoted(text: Uint8Array, open: number, close: number, end: number): void {
    const { record } = this;
    // What follows a closing quote belongs to the field, as in Excel.
    if (end > close + 1 || text.subarray(open + 1, close).includes(QUOTE)) {
      const quoted = decodeUtf8(text.subarray(open + 1, close)).replaceAll('""', '"');
      record.written.set(record.count, encodeUtf8(quoted + decodeUtf8(text.subarray(close + 1, end))));
    }
    record.add(open + 1, close);
  }

  private fieldEnd(text: Uint8Array, view: DataView, start: number): number {
    const { delimiter, aboveSigns } = this;
    const first = delimiter[0];
    const { length } = text;
    const lastWord = length - WORD;
    for (let end = start; end < length; end++) {
      // Most words are of bytes that end no field.
      for (; end <= lastWord; end += WORD) {
        const word = view.getInt32(end, true);
        // The lowest of the high bits that are set is that of the first byte below the limit, or beyond ASCII.
        const marks = (((word - aboveSigns) & ~word) | word) & HIGH_BITS;
        if (marks === 0) continue;
        end += (31 - Math.clz32(marks & -marks)) >> 3;
        break;
      }
      const byte = text[end];
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return end;
      if (byte === first && (delimiter.length === 1 || this.isDelimiter(text, end))) return end;
    }
    return length;
  }

  private isDelimiter(text: Uint8Array, at: number): boolean {
    for (let index = 1; index < this.delimiter.length; index++)
      if (text[at + index] !== this.delimiter[index]) return false;
    return true;
  }
}
