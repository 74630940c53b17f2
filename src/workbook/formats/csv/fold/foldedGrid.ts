import { CellKind, GridBuilder, withRoom, type Grid } from "../../../../core/api";
import { decodeUtf8 } from "../../../bytes/text";
import { isBlankField, numberOfField } from "../fieldCell";
import type { TextRecord } from "./recordScanner";

const FIRST_ROWS = 1024;
const MILLION = 1e6;

/** What is known of the rows of a grid beside their cells. */
class RowFacts {
  lines = new Int32Array(FIRST_ROWS);
  fields = new Int32Array(FIRST_ROWS);
  widths = new Int32Array(FIRST_ROWS);
  counts = new Int32Array(FIRST_ROWS);
  /** Sums of quantities; NaN where the cell is set already. */
  sums = new Float64Array(FIRST_ROWS);

  fit(row: number): void {
    if (row < this.lines.length) return;
    this.lines = withRoom(this.lines, row + 1);
    this.fields = withRoom(this.fields, row + 1);
    this.widths = withRoom(this.widths, row + 1);
    this.counts = withRoom(this.counts, row + 1);
    this.sums = withRoom(this.sums, row + 1);
  }
}

/** How a row is put into the grid. */
export interface RowShape {
  /** Where the field of the day ends that is kept; undefined to keep it whole. */
  readonly dayEnd?: number | undefined;
  readonly receivedEnd?: number | undefined;
  /** Columns that are left out. */
  readonly leftOut: (column: number) => boolean;
  /** Rows of the file that it stands for: 1 or −1 to begin with, 0 for a row that is itself. */
  readonly count: number;
}

/** The rows of a file as they are billed: those that were added up, and those that were not, in the order of the file. */
export class FoldedGrid {
  private readonly builder: GridBuilder;
  private readonly facts = new RowFacts();
  private rows = 0;

  constructor(
    name: string,
    private readonly delimiter: string,
    private readonly date: number,
    private readonly received: number | undefined,
    private readonly quantity: number,
    private readonly takesPoint: boolean,
  ) {
    this.builder = new GridBuilder(name);
  }

  get rowCount(): number {
    return this.rows;
  }

  /** Adds a row; its number. `isBelowHeader` is whether its fields may be numbers. */
  add(record: TextRecord, shape: RowShape, isBelowHeader = true): number {
    const row = this.rows++;
    const { facts } = this;
    facts.fit(row);
    let width = 0;
    for (let column = 0; column < record.count; column++) {
      const written = record.written.get(column);
      const bytes = written ?? record.text;
      const start = written ? 0 : record.starts[column]!;
      const fieldEnd = written ? written.length : record.ends[column]!;
      if (start === fieldEnd) continue;
      if (!isBlankField(bytes, start, fieldEnd)) width = column + 1;
      if (shape.leftOut(column)) continue;
      const day =
        column === this.date ? shape.dayEnd : column === this.received ? shape.receivedEnd : undefined;
      this.set(row, column, bytes, start, day ?? fieldEnd, isBelowHeader);
    }
    facts.lines[row] = record.line;
    facts.fields[row] = record.count;
    facts.widths[row] = width;
    facts.counts[row] = shape.count;
    facts.sums[row] = NaN;
    return row;
  }

  private set(
    row: number,
    column: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    mayBeNumber: boolean,
  ) {
    const number = mayBeNumber ? numberOfField(bytes, start, end, this.takesPoint) : NaN;
    if (Number.isNaN(number)) this.builder.bytes(row, column, bytes, start, end, decodeUtf8);
    else this.builder.number(row, column, number);
  }

  /** Begins the sum of a row. */
  begin(row: number, quantity: number): void {
    this.facts.sums[row] = quantity;
  }

  /** Adds a row of the file to one of the grid; false where the sum would be too long for a cell. */
  fold(row: number, quantity: number, most: number): boolean {
    const { sums, counts } = this.facts;
    const sum = sums[row]! + quantity;
    if (Math.abs(sum) >= most) return false;
    sums[row] = sum;
    counts[row]! += counts[row]! < 0 ? -1 : 1;
    return true;
  }

  /** The grid, once all is added; `wholeSums` are the rows whose sums are of ones, not of millionths. */
  build(wholeSums: ReadonlySet<number>, sha256: string): Grid {
    const { facts, rows } = this;
    for (let row = 0; row < rows; row++) {
      const sum = facts.sums[row]!;
      if (Number.isNaN(sum)) continue;
      this.builder.number(row, this.quantity, wholeSums.has(row) ? sum : sum / MILLION, CellKind.number);
    }
    return this.builder.build({
      delimiter: this.delimiter,
      lines: facts.lines.slice(0, rows),
      fields: facts.fields.slice(0, rows),
      widths: facts.widths.slice(0, rows),
      counts: facts.counts.slice(0, rows),
      sha256,
    });
  }
}
