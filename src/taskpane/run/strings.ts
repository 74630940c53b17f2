import { counted } from "../strings/counted";

export const runStrings = {
  heldTitle: "Held",
  heldWhy: "These invoices wait until the errors behind them are mended. All others can be written.",
  heldBy: (codes: string) => `because of ${codes}`,
  notReadTitle: "Not read",
  /** The figures, and how they are written. */
  notReadCount: (columns: number, columnsText: string, sheets: number, sheetsText: string) =>
    [
      ...(columns > 0 ? [counted(columnsText, "column", "columns")] : []),
      ...(sheets > 0 ? [counted(sheetsText, "sheet", "sheets")] : []),
    ].join(", ") + " that could matter. What they hold has no effect on the bill.",
  noHeader: "Column without a header",
  sheetLink: "open",
  looksLike: (table: string) => `Sheet that looks like ${table}`,
  ofTable: (table: string) => `Column that ${table} does not read`,
  means: (table: string, field: string) => `Column that ${table} does not read; it resembles ${field}`,
  warningsTitle: "Before you write",
  warningsWhy: "These warnings speak of what could be billed wrongly.",
  sheet: "Sheet",
  rows: "Rows",
  happens: "Change",
  lastWritten: "Last written",
  wrote: (title: string, sheets: string) => `${title} written: ${sheets}.`,
  undo: "Undo",
  undone: (title: string) => `${title} is undone.`,
  problems: "Problems",
  problemsAll: (count: string) => `All ${count} problems`,
  line: (file: string, line: string) => `${file}, line ${line}`,
  invoiceSheets: (count: string) => counted(count, "formatted invoice", "formatted invoices"),
  expected: "expected",
  found: "found",
  nothing: "nothing",
  yourName: "Your name",
  yourNameHint: "As it stands in the logs; kept in this browser",
  editedSince: (sheet: string) =>
    `${sheet} was edited meanwhile. Look at what would be written now, then press again.`,
};
