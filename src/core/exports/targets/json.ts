import { CellKind } from "../../grid/grid";
import { decimalOfDouble } from "../../money/decimal";
import type { CellView } from "../../schema/column";
import { wholeTables, type WholeTable } from "../documents/wholeTables";
import { defineWholeExport } from "../export";
import { dateText } from "../text/delimitedText";

/** A cell as JSON; a blank one is left out. */
function cellValue({ kind, number, text }: CellView): string | number | boolean | undefined {
  switch (kind) {
    case CellKind.blank:
      return undefined;
    case CellKind.text:
    case CellKind.error:
      return text;
    case CellKind.boolean:
      return number === 1;
    case CellKind.date:
      return dateText(number);
    default:
      return decimalOfDouble(number).toNumber();
  }
}

/** A row a line, so that two exports can be compared. */
function tableText({ title, headers, rows }: WholeTable): string {
  const lines = rows.map((cells) =>
    JSON.stringify(Object.fromEntries(headers.map((header, index) => [header, cellValue(cells[index]!)]))),
  );
  return `${JSON.stringify(title)}: [${lines.map((line) => `\n${line}`).join(",")}\n]`;
}

export const jsonExport = defineWholeExport({
  id: "json",
  title: "JSON of every table",
  help: "One file with all rows and columns of every table; figures as numbers, dates as text, empty cells left out.",
  extension: "json",
  files: (input) => {
    const tables = wholeTables(input);
    if (tables.length === 0) return [];
    const text = `{"tables": {\n${tables.map(tableText).join(",\n")}\n}}\n`;
    return [
      {
        path: `json-${input.runId}-1.json`,
        content: { kind: "text", text, encoding: "utf-8" },
        rows: tables.reduce((all, { rows }) => all + rows.length, 0),
        documents: [],
      },
    ];
  },
});
