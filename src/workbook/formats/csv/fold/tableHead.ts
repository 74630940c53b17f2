import type { Grid } from "../../../../core/api";
import { encodeUtf8 } from "../../../bytes/text";
import { hasCommaBesidePoint } from "../decimalCommas";
import { FoldedGrid, type RowShape } from "./foldedGrid";
import { TextRecord } from "./recordScanner";
import type { Head, TableRow, TableSource } from "./usageSource";

/** Cells of tables are written as between commas: a point is decimal. */
export const TABLE_DELIMITER = ",";
const FIRST_BYTES = 1024;
const NO_COLUMN = -1;
const asItIs: RowShape = { leftOut: () => false, count: 0 };

/** Makes records of rows of texts; a record is valid until the next one is made. */
export class RecordOfRow {
  private readonly record = new TextRecord();
  private bytes: Uint8Array = new Uint8Array(FIRST_BYTES);

  /** The record of a row; the titles are on line 1. */
  of(row: TableRow, line: number): TextRecord {
    const { record } = this;
    record.count = 0;
    record.line = line;
    let used = 0;
    for (const text of row) {
      const start = used;
      if (text !== null) used = this.write(text, start);
      record.add(start, used);
    }
    if (record.text !== this.bytes) record.begin(this.bytes);
    return record;
  }

  private write(text: string, start: number): number {
    this.fit(start + text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) return this.writeEncoded(encodeUtf8(text), start);
      this.bytes[start + at] = code;
    }
    return start + text.length;
  }

  private writeEncoded(encoded: Uint8Array, start: number): number {
    this.fit(start + encoded.length);
    this.bytes.set(encoded, start);
    return start + encoded.length;
  }

  private fit(size: number): void {
    if (size <= this.bytes.length) return;
    const more = new Uint8Array(size * 2);
    more.set(this.bytes);
    this.bytes = more;
  }
}

async function readTable({ titles, rows }: TableSource, take: (record: TextRecord) => void): Promise<void> {
  const records = new RecordOfRow();
  let line = 1;
  take(records.of(titles, line));
  for await (const batch of rows()) for (const row of batch) take(records.of(row, ++line));
}

/** Rows of a table as they are. */
async function gridOf(
  source: TableSource,
  rows: AsyncIterable<readonly TableRow[]>,
  takesPoint: boolean,
): Promise<Grid> {
  const grid = new FoldedGrid(source.name, TABLE_DELIMITER, NO_COLUMN, undefined, NO_COLUMN, takesPoint);
  const records = new RecordOfRow();
  let line = 1;
  grid.add(records.of(source.titles, line), asItIs, false);
  for await (const batch of rows) for (const row of batch) grid.add(records.of(row, ++line), asItIs);
  return grid.build(new Set(), source.sha256());
}

/** All rows of a table, to be copied into the workbook. */
export async function copiedTable(source: TableSource): Promise<Grid> {
  const read = await gridOf(source, source.rows(), true);
  const grid = hasCommaBesidePoint(read) ? await gridOf(source, source.rows(), false) : read;
  const { delimiter, lines, fields, widths } = grid.file!;
  return { ...grid, file: { delimiter, lines, fields, widths } };
}

async function* firstOf({ head }: TableSource): AsyncGenerator<readonly TableRow[]> {
  yield await head();
}

/** Reads the beginning of a table; in one that `hasCommas` no point in a text is decimal by itself. */
export async function headOfTable(source: TableSource, hasCommas: boolean): Promise<Head> {
  return {
    source,
    grid: await gridOf(source, firstOf(source), !hasCommas),
    delimiter: TABLE_DELIMITER,
    takesPoint: !hasCommas,
    rows: source.rowCount,
    read: (take) => readTable(source, take),
    whole: () => gridOf(source, source.rows(), !hasCommas),
  };
}
