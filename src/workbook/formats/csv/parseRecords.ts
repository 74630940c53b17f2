import { GridBuilder, type Grid } from "../../../core/api";
import { closingQuote, type Delimiter } from "./delimiter";
import { plainNumber } from "./plainNumber";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
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

/** Divides a CSV text into fields by RFC 4180 and collects them; a quote inside a bare field is a character. */
export class RecordParser {
  private readonly builder: GridBuilder;
  private readonly delimiter: number;
  /** Between semicolons a point may stand between thousands. */
  private readonly isPointDecimal: boolean;
  private position = 0;
  private row = 0;
  private column = 0;
  private widest = 0;
  private line = 1;
  private filled = 0;
  private readonly rows = { lines: [1], fields: [] as number[], filled: [] as number[] };
  /** The first row that holds anything; its fields are titles, whatever they look like. */
  private headerRow = -1;

  constructor(
    private readonly text: string,
    private readonly sign: Delimiter,
    sheet: string,
  ) {
    this.delimiter = sign.charCodeAt(0);
    this.isPointDecimal = sign === "," || sign === "\t";
    this.builder = new GridBuilder(sheet);
  }

  parse(): Grid | CsvFault {
    while (this.position < this.text.length) {
      const fault = this.readField() ?? this.readSeparator();
      if (fault !== undefined) return fault;
    }
    if (this.rows.fields.length < this.rows.lines.length) this.endRow();
    return this.builder.build({
      delimiter: this.sign,
      lines: Int32Array.from(this.rows.lines),
      fields: Int32Array.from(this.rows.fields),
      filled: Int32Array.from(this.rows.filled),
    });
  }

  private endRow(): void {
    this.rows.fields.push(this.column + 1);
    this.rows.filled.push(this.filled);
    this.filled = 0;
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
    this.line += quoted.split(/\r\n|\n|\r/).length - 1;
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
    this.filled = this.column + 1;
    const code = this.text.charCodeAt(start);
    const mayBeNumber = (code >= ZERO && code <= NINE) || code === MINUS;
    if (mayBeNumber && this.headerRow >= 0 && this.row > this.headerRow) {
      const number = plainNumber(this.text, start, end, this.isPointDecimal);
      if (!Number.isNaN(number)) {
        this.builder.number(this.row, this.column, number);
        return;
      }
    }
    this.addText(this.text.slice(start, end));
  }

  private addText(text: string): void {
    if (text !== "") this.filled = this.column + 1;
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
    this.widest = Math.max(this.widest, this.column + 1);
    this.endRow();
    this.line++;
    this.rows.lines.push(this.line);
    this.row++;
    this.column = 0;
    return this.row * this.widest <= MOST_CELLS ? undefined : this.tooLarge();
  }

  private tooLarge(): CsvFault {
    const columns = Math.max(this.widest, this.column + 1);
    return { kind: "tooLarge", rows: this.row + 1, columns };
  }
}
