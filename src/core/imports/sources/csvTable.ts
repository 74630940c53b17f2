import { Decimal } from "../../money/decimal";
import type { PlannedCell } from "../../sheets/plan";
import { refused, type Import } from "../import";
import { addTableRows, importedTables, kindsOf, tableNamed } from "../tables/addTableRows";
import { parseCsv, type CsvField } from "../tables/parseCsv";
import { dateCell, numberCell, unguarded, type KindOf } from "../tables/tableRows";

/** A quoted field is a text; a bare one a figure, a date, TRUE or FALSE, or a text that looks like none of these. */
function cellOf({ text, isQuoted }: CsvField, kind: ReturnType<KindOf>): PlannedCell | null {
  if (isQuoted) return text === "" ? null : { value: unguarded(text) };
  const bare = text.trim();
  if (bare === "") return null;
  if (bare === "TRUE" || bare === "FALSE") return { value: bare === "TRUE" };
  // A number with a leading zero is an id.
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(bare)) return numberCell(new Decimal(bare), kind);
  return dateCell(bare) ?? { value: unguarded(bare) };
}

const baseName = (name: string) => name.replace(/\.[^.]*$/, "");

export const csvTable: Import = {
  id: "csv",
  title: "CSV of a table",
  help: "Rows of one table with their types, as `export --to csv` wrote them; the table by `--table` or the file's name.",
  read: ({ snapshot, file }) => {
    const name = file.table ?? baseName(file.name);
    const definition = tableNamed(name);
    if (!definition) return refused(`“${name}” is no table; name one with --table`);
    const records = parseCsv(file.text);
    if (!records) return refused("a quote is never closed");
    const [header, ...body] = records;
    if (!header) return refused("it is empty");
    const headers = header.map(({ text, isQuoted }) => (isQuoted ? unguarded(text) : text).trim());
    const kindOf = kindsOf(definition);
    const kinds = headers.map(kindOf);
    const rows = body.map((fields) =>
      headers.map((_, index) => cellOf(fields[index] ?? { text: "", isQuoted: false }, kinds[index])),
    );
    const added = addTableRows(definition, { title: definition.title, headers, rows }, snapshot);
    return importedTables([{ table: definition.title, added }], rows.length);
  },
};
