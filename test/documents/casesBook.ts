import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDay, type Snapshot } from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

type Row = Readonly<Record<string, string | number>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

const CASES = join(__dirname, "cases");

export const caseFile = (name: string): string => readFileSync(join(CASES, name), "utf8");

const tables = JSON.parse(caseFile("book.json")) as Tables;

function cellOf(value: string | number | undefined): Cell {
  const day = typeof value === "string" ? parseIsoDay(value) : undefined;
  return day === undefined ? value : { date: day };
}

/** What a test changes of the book: rows of a table by what they were. */
export type Changes = Readonly<Record<string, (rows: readonly Row[]) => readonly Row[]>>;

/** Sets a cell of the rows that a condition chooses. */
export const setting =
  (isMeant: (row: Row) => boolean, changes: Row): Changes[string] =>
  (rows) =>
    rows.map((row) => (isMeant(row) ? { ...row, ...changes } : row));

/** Sets the value of a key of Settings; a new key is added. */
export const withSettings =
  (values: Readonly<Record<string, string | number>>): Changes[string] =>
  (rows) => [
    ...rows.filter(({ Key }) => !(String(Key) in values)),
    ...Object.entries(values).map(([key, value]) => ({ Key: key, Value: value })),
  ];

/** The book of the cases as a reader hands it over, with changes. */
export function casesBook(changes: Changes = {}): Snapshot {
  const names = [...new Set([...Object.keys(tables), ...Object.keys(changes)])];
  return workbook(
    names.map((name) => {
      const rows = (changes[name] ?? ((same) => same))(tables[name] ?? []);
      const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return sheet(name, [titles, ...rows.map((row) => titles.map((title) => cellOf(row[title])))]);
    }),
  );
}
