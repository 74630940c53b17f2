import { CellKind, type FileText, type Grid, type GridColumn, type ShownMarks } from "./grid";
import { withRoom } from "../base/withRoom";
import { TextDictionary } from "./textDictionary";
import { PickedTexts, type Texts } from "./texts";

/** A byte a row tells so many marks apart; no column has more. */
const MOST_MARKS = 255;

type Decode = (bytes: Uint8Array) => string;

class MarksBuilder {
  private of = new Uint8Array(64);
  private readonly marks: string[] = [];

  set(row: number, mark: string): void {
    this.of = withRoom(this.of, row + 1);
    let index = this.marks.indexOf(mark) + 1;
    if (index === 0 && this.marks.length < MOST_MARKS) index = this.marks.push(mark);
    this.of[row] = index;
  }

  build(rows: number): ShownMarks {
    const of = new Uint8Array(rows);
    of.set(this.of.subarray(0, rows));
    return { of, marks: this.marks };
  }
}

/** Rows of which something can be said; a byte each, down to the last. */
class RowFlags {
  private flags = new Uint8Array(64);
  private used = 0;

  set(row: number): void {
    this.flags = withRoom(this.flags, row + 1);
    this.flags[row] = 1;
    this.used = Math.max(this.used, row + 1);
  }

  /** A copy that ends with the rows of the sheet: a row far below its cells must not cost a megabyte. */
  build(rows: number): Uint8Array {
    return this.flags.slice(0, Math.min(this.used, rows));
  }
}

const FIRST_CODES = 64;

/** Texts of a table that a column holds, in the order in which they came. */
class CodedTexts {
  private table: Texts = [];
  private codes = new Int32Array(FIRST_CODES);
  private count = 0;
  /** Index + 1 by code; 0 for a code that has not come. */
  private ofCode = new Int32Array(FIRST_CODES);

  /** The index of a text in the column, or in the dictionary that goes on with its texts. */
  indexOf(code: number, table: Texts, dictionary: TextDictionary | undefined): number {
    const known = (this.ofCode[code] ?? 0) - 1;
    if (known >= 0) return known;
    const index = dictionary ? dictionary.indexOf(table.at(code)!) : this.add(code, table);
    this.ofCode = withRoom(this.ofCode, code + 1);
    this.ofCode[code] = index + 1;
    return index;
  }

  private add(code: number, table: Texts): number {
    this.table = table;
    this.codes = withRoom(this.codes, this.count + 1);
    this.codes[this.count] = code;
    return this.count++;
  }

  texts(): Texts {
    return new PickedTexts(this.table, this.codes.slice(0, this.count));
  }
}

class ColumnBuilder {
  private kinds = new Uint8Array(64);
  /** Indexes of texts take half the room of numbers: a column that holds no other cells keeps them so. */
  private values: Int32Array | Float64Array = new Int32Array(64);
  /** From the first text on that came without a code. */
  private dictionary: TextDictionary | undefined;
  private readonly coded = new CodedTexts();
  private used = 0;
  private currencies: MarksBuilder | undefined;
  private units: MarksBuilder | undefined;
  private digits: MarksBuilder | undefined;
  private struck: RowFlags | undefined;

  setNumber(row: number, kind: CellKind, value: number): void {
    if (this.values instanceof Int32Array) this.values = Float64Array.from(this.values);
    this.set(row, kind, value);
  }

  /** A small whole number: an index, or what stands for a boolean. */
  set(row: number, kind: CellKind, value: number): void {
    if (row >= this.kinds.length) this.grow(row + 1);
    this.kinds[row] = kind;
    this.values[row] = value;
    if (row >= this.used) this.used = row + 1;
  }

  setText(row: number, kind: CellKind, text: string): void {
    this.set(row, kind, this.dictionaryOfAll().indexOf(text));
  }

  setBytes(row: number, bytes: Uint8Array, start: number, end: number, decode: Decode): void {
    this.set(row, CellKind.text, this.dictionaryOfAll().indexOfBytes(bytes, start, end, decode));
  }

  setCodedText(row: number, code: number, table: Texts): void {
    this.set(row, CellKind.text, this.coded.indexOf(code, table, this.dictionary));
  }

  setCurrency(row: number, mark: string): void {
    (this.currencies ??= new MarksBuilder()).set(row, mark);
  }

  setUnit(row: number, unit: string): void {
    (this.units ??= new MarksBuilder()).set(row, unit);
  }

  setDigits(row: number, digits: number): void {
    (this.digits ??= new MarksBuilder()).set(row, String(digits));
  }

  strike(row: number): void {
    const isEmpty = row >= this.used || this.kinds[row] === CellKind.blank;
    if (!isEmpty) (this.struck ??= new RowFlags()).set(row);
  }

  build(): GridColumn {
    const { currencies, units, digits, struck, used } = this;
    return {
      kinds: this.kinds.subarray(0, this.used),
      values: this.values.subarray(0, this.used),
      texts: this.dictionary?.texts ?? this.coded.texts(),
      ...(currencies ? { currencies: currencies.build(used) } : {}),
      ...(units ? { units: units.build(used) } : {}),
      ...(digits ? { digits: digits.build(used) } : {}),
      ...(struck ? { struck: struck.build(used) } : {}),
    };
  }

  get rowCount(): number {
    return this.used;
  }

  private dictionaryOfAll(): TextDictionary {
    return (this.dictionary ??= new TextDictionary(this.coded.texts()));
  }

  private grow(atLeast: number): void {
    this.kinds = withRoom(this.kinds, atLeast);
    this.values = withRoom(this.values, atLeast);
  }
}

/** Collects the cells of one sheet in any order; a reader calls one setter a cell. */
export class GridBuilder {
  private readonly columns: ColumnBuilder[] = [];
  private hidden: RowFlags | undefined;

  constructor(private readonly sheet: string) {}

  number(
    row: number,
    column: number,
    value: number,
    kind: CellKind = CellKind.number,
    currency?: string,
    unit?: string,
  ): void {
    const cells = this.at(column);
    cells.setNumber(row, kind, value);
    if (currency !== undefined) cells.setCurrency(row, currency);
    if (unit !== undefined) cells.setUnit(row, unit);
  }

  /** The format of a number that has been set fills it up with zeros. */
  digits(row: number, column: number, digits: number): void {
    this.at(column).setDigits(row, digits);
  }

  /** A cell is struck out; an empty one has nothing to strike. */
  strike(row: number, column: number): void {
    this.columns[column]?.strike(row);
  }

  hideRow(row: number): void {
    (this.hidden ??= new RowFlags()).set(row);
  }

  boolean(row: number, column: number, value: boolean): void {
    this.at(column).set(row, CellKind.boolean, value ? 1 : 0);
  }

  text(row: number, column: number, text: string): void {
    if (text !== "") this.at(column).setText(row, CellKind.text, text);
  }

  /** A text of a table of distinct texts that is not empty, by its index there: most cells of a workbook name one. */
  codedText(row: number, column: number, code: number, table: Texts): void {
    this.at(column).setCodedText(row, code, table);
  }

  /** A text of UTF-8 that is not empty. */
  bytes(row: number, column: number, source: Uint8Array, start: number, end: number, decode: Decode): void {
    this.at(column).setBytes(row, source, start, end, decode);
  }

  error(row: number, column: number, text: string): void {
    this.at(column).setText(row, CellKind.error, text);
  }

  build(file?: FileText): Grid {
    const rowCount = this.columns.reduce((most, column) => Math.max(most, column.rowCount), 0);
    const columns = this.columns.map((column) => column.build());
    const hidden = this.hidden?.build(rowCount);
    return {
      sheet: this.sheet,
      rowCount,
      columns,
      ...(file ? { file } : {}),
      ...(hidden ? { hidden } : {}),
    };
  }

  private at(column: number): ColumnBuilder {
    while (this.columns.length <= column) this.columns.push(new ColumnBuilder());
    return this.columns[column]!;
  }
}
