import {
  comparisonSheets,
  inputTables,
  invoiceLinesTable,
  invoicesTable,
  outputSheets,
  approvalTables,
  whatIfSheets,
  type Column,
  type TableDefinition,
} from "../../src/core/api";
import { page, table } from "./markdown";

const kinds: Readonly<Record<Column<unknown>["kind"], string>> = {
  text: "text",
  id: "id",
  day: "date",
  moment: "date and time",
  decimal: "number",
  money: "amount",
  fraction: "fraction",
  percent: "percent",
  integer: "whole number",
  choice: "choice",
};

function columnRow({ title, required, kind, help, choices }: Column<unknown>): string[] {
  const shown = choices ? `one of ${choices.join(", ")}` : kinds[kind];
  return [required ? `**${title}**` : title, shown, help];
}

const columnsOf = ({ columns }: TableDefinition): readonly Column<unknown>[] => Object.values(columns);

function tableBlocks(definition: TableDefinition): string[] {
  const { title, synonyms, help } = definition;
  const also = synonyms.length > 0 ? ` Also found as ${synonyms.join(", ")}.` : "";
  return [
    `### ${title}`,
    help + also,
    table(["Column", "Value", "What it is"], columnsOf(definition).map(columnRow)),
  ];
}

/** Other headers by column; tables that share a column's headers share its row. */
function headersTable(definitions: readonly TableDefinition[]): string {
  const tablesOf = new Map<string, string[]>();
  for (const definition of definitions) {
    for (const { title, synonyms } of columnsOf(definition)) {
      if (synonyms.length === 0) continue;
      const key = `${title}|${synonyms.join(", ")}`;
      tablesOf.set(key, [...(tablesOf.get(key) ?? []), definition.title]);
    }
  }
  const rows = [...tablesOf].map(([key, tables]) => {
    const [title = "", synonyms = ""] = key.split("|");
    return [title, tables.join(", "), synonyms];
  });
  return table(["Column", "In", "Also found as"], rows);
}

/** What a run writes beside the documents. */
const writtenOnly = outputSheets.filter(
  ({ table: { title } }) => title !== invoicesTable.title && title !== invoiceLinesTable.title,
);

/** Every table that is read or written, by the definitions from which reading and writing work. */
export function tablesPage(): string {
  return page("Tables", [
    "A table is an Excel table or, where there is none, a sheet. It is found by its title or another name; case, accents,\n" +
      "spaces, punctuation and a plural s do not matter. The header row may stand anywhere in the first 20 rows, columns\n" +
      "in any order, by title or another header. **Bold** columns must be there and every row must fill them. An id keeps\n" +
      "its leading zeros; a fraction is 0.2 or 20 %; a percent is 12 or 12 %; a date is a date or text like 2026-10-31.",
    "## Read",
    ...inputTables.flatMap(tableBlocks),
    "## Written and read again",
    "A run writes these; it also reads them, ours or those of another system, so that what was billed is known.",
    ...tableBlocks(invoicesTable),
    ...tableBlocks(invoiceLinesTable),
    "## Written",
    ...[...writtenOnly.map(({ table: definition }) => definition), ...approvalTables].flatMap(tableBlocks),
    "## Written as workbooks of their own",
    "What `diff` and `whatif` write with `--out`.",
    ...[...comparisonSheets, ...whatIfSheets].flatMap(({ table: definition }) => tableBlocks(definition)),
    "## Other headers",
    "Headers of other systems that mean the same column. One that is missing here can be named in Settings with a\n" +
      "`Mapping:` key (see [settings](settings.md)).",
    headersTable([...inputTables, invoicesTable, invoiceLinesTable]),
  ]);
}
