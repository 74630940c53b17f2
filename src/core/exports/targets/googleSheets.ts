import { wholeTables } from "../documents/wholeTables";
import { defineWholeExport } from "../export";

export const googleSheets = defineWholeExport({
  id: "google-sheets",
  title: "Google Sheets",
  help: "The workbook as an .xlsx with all cells, native formulas and their values, without macros, links, controls and functions of add-ins.",
  extension: "xlsx",
  needsFile: true,
  files: ({ snapshot, runId }) => {
    const tables = wholeTables({ snapshot, chosen: undefined });
    if (tables.length === 0) return [];
    const rows = tables.reduce((all, table) => all + table.rows.length, 0);
    return [
      { path: `google-sheets-${runId}-1.xlsx`, content: { kind: "plain workbook" }, rows, documents: [] },
    ];
  },
});
