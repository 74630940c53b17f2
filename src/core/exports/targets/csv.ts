import type { Snapshot } from "../../grid/grid";
import { CellKind } from "../../grid/grid";
import { inputTables } from "../../intake/inputTables";
import { bindTable, viewCell, type BoundTable } from "../../schema/bind";
import type { TableDefinition } from "../../schema/table";
import { mappingFor } from "../../settings/mapping";
import { readSettings } from "../../settings/readSettings";
import { outputSheets } from "../../sheets/registry";
import { cellField, commaSeparated, textField } from "../text/delimitedText";
import { defineWholeExport, type ExportFile } from "../export";
import { unheard } from "../../issues/issue";

/** Every table of the workbook that Ratebook knows, as it was found. */
function knownTables(snapshot: Snapshot): BoundTable[] {
  const settings = readSettings(snapshot, unheard);
  const definitions: TableDefinition[] = [...inputTables, ...outputSheets.map(({ table }) => table)];
  const found = definitions.map((definition) =>
    bindTable(definition, snapshot, mappingFor(definition, settings), unheard),
  );
  return found.filter((table) => table !== undefined);
}

/** Columns with a header, in the order of the sheet: those that are read and those that people added. */
function columnsOf({ grid, headerRow, columnOf, others }: BoundTable): { column: number; header: string }[] {
  const columns = [...new Set([...columnOf.values(), ...others.keys()])].sort((a, b) => a - b);
  return columns.map((column) => ({ column, header: viewCell(grid, headerRow, column).text.trim() }));
}

/** A table with all its rows but blank ones. */
function tableFile(table: BoundTable, folder: string): ExportFile {
  const { grid, firstRow, lastRow, definition } = table;
  const columns = columnsOf(table);
  const records: string[][] = [columns.map(({ header }) => textField(header))];
  for (let row = firstRow; row <= lastRow; row++) {
    const cells = columns.map(({ column }) => viewCell(grid, row, column));
    if (cells.some(({ kind }) => kind !== CellKind.blank)) records.push(cells.map(cellField));
  }
  return {
    path: `${folder}/${definition.title}.csv`,
    content: { kind: "text", text: commaSeparated(records), encoding: "utf-8" },
    rows: records.length - 1,
    documents: [],
  };
}

export const csvExport = defineWholeExport({
  id: "csv",
  title: "CSV of every table",
  help: "A folder with one file a table, all its rows and columns; texts quoted, figures never, dates as yyyy-mm-dd.",
  extension: "csv",
  files: ({ snapshot, runId }) => knownTables(snapshot).map((table) => tableFile(table, `csv-${runId}`)),
});
