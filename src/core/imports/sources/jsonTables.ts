import { decimalOfDouble } from "../../money/decimal";
import type { PlannedCell } from "../../sheets/plan";
import { refused, type Import } from "../import";
import { addTableRows, importedTables, kindsOf, tableNamed } from "../tables/addTableRows";
import { dateCell, numberCell, type KindOf } from "../tables/tableRows";

type JsonRow = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRow =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text is a date in a column of dates, and in one that people added. */
function cellOf(value: unknown, kind: ReturnType<KindOf>): PlannedCell | null {
  if (typeof value === "number") return numberCell(decimalOfDouble(value), kind);
  if (typeof value === "boolean") return { value };
  if (typeof value !== "string" || value === "") return null;
  const mayBeDate = kind === undefined || kind === "day" || kind === "moment";
  return (mayBeDate ? dateCell(value) : undefined) ?? { value };
}

/** The tables of a file; undefined where it is no such file. */
function tablesOf(text: string): readonly (readonly [string, readonly JsonRow[]])[] | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  const tables = isRecord(file) ? file.tables : undefined;
  if (!isRecord(tables)) return undefined;
  const entries = Object.entries(tables);
  const areRows = entries.every(([, rows]) => Array.isArray(rows) && rows.every(isRecord));
  return areRows ? (entries as [string, JsonRow[]][]) : undefined;
}

export const jsonTables: Import = {
  id: "json",
  title: "JSON of tables",
  help: "Rows of any tables, as `export --to json` wrote them.",
  read: ({ snapshot, file }) => {
    const tables = tablesOf(file.text);
    if (!tables) return refused("it is no JSON with tables of rows, as export --to json writes them");
    const wanted = tables.filter(
      ([name]) => file.table === undefined || tableNamed(name) === tableNamed(file.table),
    );
    const unknown = wanted.find(([name]) => !tableNamed(name));
    if (unknown) return refused(`“${unknown[0]}” is no table that Ratebook knows`);
    const parts = wanted.flatMap(([name, rows]) => {
      const definition = tableNamed(name);
      if (!definition || rows.length === 0) return [];
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const kindOf = kindsOf(definition);
      const cells = rows.map((row) => headers.map((header) => cellOf(row[header], kindOf(header))));
      const added = addTableRows(definition, { title: definition.title, headers, rows: cells }, snapshot);
      return [{ table: definition.title, read: rows.length, added }];
    });
    return importedTables(
      parts,
      parts.reduce((all, part) => all + part.read, 0),
    );
  },
};
