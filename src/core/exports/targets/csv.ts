import { BYTE_ORDER_MARK } from "../text/encoding";
import { cellField, commaSeparated, quoted, textField } from "../text/delimitedText";
import { CellKind } from "../../grid/grid";
import type { CellView } from "../../schema/column";
import { wholeTables, type WholeTable } from "../documents/wholeTables";
import { defineWholeExport, type ExportFile, type WholeInput } from "../export";

const rawField = (cell: CellView): string =>
  cell.kind === CellKind.text ? quoted(cell.text) : cellField(cell);

/** A table with all its rows but blank ones. */
function tableFile({ title, headers, rows }: WholeTable, { runId, hasBom, isRaw }: WholeInput): ExportFile {
  const field = isRaw ? rawField : cellField;
  const text = commaSeparated([
    headers.map((header) => textField(header)),
    ...rows.map((cells) => cells.map(field)),
  ]);
  return {
    path: `csv-${runId}/${title}.csv`,
    content: { kind: "text", text: hasBom ? BYTE_ORDER_MARK + text : text, encoding: "utf-8" },
    rows: rows.length,
    documents: [],
  };
}

export const csvExport = defineWholeExport({
  id: "csv",
  title: "CSV of every table",
  help: "A folder with one file a table, all its rows and columns; texts quoted, figures never, dates as yyyy-mm-dd.",
  extension: "csv",
  files: (input) => wholeTables(input).map((table) => tableFile(table, input)),
});
