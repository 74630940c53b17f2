import { readFileSync } from "node:fs";

/** RFC 4180: a quoted field may hold commas, line ends and doubled quotes. Group 1 is a quoted field, 2 a plain one. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/y;

/** The rows of a text, header first. */
function parseCsv(content: string): string[][] {
  const text = content.endsWith("\n") ? content : `${content}\n`;
  const rows: string[][] = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`a field cannot be read at character ${String(at)}`);
    const [, quoted, plain, end] = match;
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The rows of a file as records by header; every column asked for must be there. */
export function readCsvFile<Column extends string>(
  path: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const [header = [], ...rows] = parseCsv(readFileSync(path, "utf8"));
  const columnIndexes = columns.map((column) => [column, header.indexOf(column)] as const);
  const missing = columnIndexes.find(([, index]) => index < 0);
  if (missing) throw new Error(`${path} has no column ${missing[0]}`);
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(`${path}: line ${String(index + 2)} has ${String(row.length)} fields`);
    }
    const entries = columnIndexes.map(([column, columnIndex]) => [column, row[columnIndex]!] as const);
    return Object.fromEntries(entries) as Record<Column, string>;
  });
}
