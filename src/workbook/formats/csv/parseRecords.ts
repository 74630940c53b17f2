import { GridBuilder, type Grid } from "../../../core/api";
import { closingQuote, type Division } from "./delimiter";
import { plainNumber } from "./plainNumber";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const COMMA = 44;
const TAB = 9;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
/** As wide as a sheet. */
const MOST_COLUMNS = 16_384;
/** A grid costs 9 bytes for each cell, filled or not. */
const MOST_CELLS = 100_000_000;

export type CsvFault =
  | { readonly kind: "unterminatedQuote"; readonly position: number }
  | { readonly kind: "tooLarge"; readonly rows: number; readonly columns: number };

/** A number for each row, with room for more. */
class RowNumbers {
  private numbers = new Int32Array(1024);

  set(row: number, number: number): void {
    if (row >= this.numbers.length) {
      const more = new Int32Array(this.numbers.length * 2);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[row] = number;
  }

  upTo(count: number): Int32Array {
    return this.numbers.slice(0, count);
  }
}

/** Divides a CSV text into fields by RFC 4180 and collects them; a quote inside a bare field is a character. */
export class RecordParser {
  private readonly builder: GridBuilder;
  private readonly delimiter: number;
  /** Between commas or tabs a point is decimal; elsewhere the column decides what 1.500 is. */
  private readonly takesPoint: boolean;
  private readonly lines = new RowNumbers();
  private readonly fields = new RowNumbers();
  private readonly widths = new RowNumbers();
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
    private readonly text: string,
    private readonly division: Division,
    sheet: string,
  ) {
    this.delimiter = division.delimiter.charCodeAt(0);
    this.takesPoint = this.delimiter === COMMA || this.delimiter === TAB;
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
    if (this.text.charCodeAt(start) !== QUOTE) {
      this.position = this.fieldEnd(start);
      this.addField(start, this.position);
      return undefined;
    }
    const close = closingQuote(this.text, start);
    if (close === this.text.length) return { kind: "unterminatedQuote", position: start };
    this.position = this.fieldEnd(close + 1);
    const quoted = this.text.slice(start + 1, close);
    this.line += lineBreaks(quoted);
    // What follows a closing quote belongs to the field, as in Excel.
    if (this.position > close + 1 || quoted.includes('"')) {
      this.addText(quoted.replaceAll('""', '"') + this.text.slice(close + 1, this.position));
    } else {
      this.addField(start + 1, close);
    }
    return undefined;
  }

  /** Where a bare field is over. */
  private fieldEnd(start: number): number {
    const { text, delimiter } = this;
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    }
    return end;
  }

  private addField(start: number, end: number): void {
    if (start === end) return;
    const code = this.text.charCodeAt(start);
    const mayBeNumber = (code >= ZERO && code <= NINE) || code === MINUS;
    if (mayBeNumber && this.headerRow >= 0 && this.row > this.headerRow) {
      const number = plainNumber(this.text, start, end, this.takesPoint);
      if (!Number.isNaN(number)) {
        this.width = this.column + 1;
        this.builder.number(this.row, this.column, number);
        return;
      }
    }
    this.addText(this.text.slice(start, end));
  }

  private addText(text: string): void {
    if (text.trim() !== "") this.width = this.column + 1;
    if (this.headerRow < 0) this.headerRow = this.row;
    this.builder.text(this.row, this.column, text);
  }

  /** Steps over the delimiter or line break after a field. */
  private readSeparator(): CsvFault | undefined {
    const code = this.text.charCodeAt(this.position);
    this.position++;
    if (code === this.delimiter) {
      this.column++;
      return this.column < MOST_COLUMNS ? undefined : this.tooLarge();
    }
    if (code === CARRIAGE_RETURN && this.text.charCodeAt(this.position) === LINE_FEED) this.position++;
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

  private tooLarge(): CsvFault {
    const columns = Math.max(this.widest, this.column + 1);
    return { kind: "tooLarge", rows: this.row + 1, columns };
  }
}

/** How many lines a quoted text goes on for. */
function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.search(/[\r\n]/); at >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count++;
  }
  return count;
}
