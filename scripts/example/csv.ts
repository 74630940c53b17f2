import { readFileSync } from "node:fs";
import { join } from "node:path";

/** npm runs scripts in the root of the repository. */
const FOLDER = "examples/harbour";

/** A file of examples/harbour. */
export const readExample = (file: string): Buffer => readFileSync(join(FOLDER, file));

/** The rows of a file of it, header first; every row has as many fields as the header. */
export function readCsv(file: string): string[][] {
  const rows = parseCsv(readExample(file).toString("utf8"));
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) throw new Error(`${file}: row ${odd + 1} has ${rows[odd]!.length} fields, not ${width}`);
  return rows;
}

/** The rows as records by header. */
export function readRecords<Column extends string>(
  file: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const [header, ...rows] = readCsv(file);
  if (header?.join() !== columns.join()) throw new Error(`${file}: the header must be ${columns.join()}`);
  return rows.map(
    (row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index]])) as Record<Column, string>,
  );
}

/** RFC 4180: a quoted field may hold commas, line ends and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === "\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
