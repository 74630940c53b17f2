import { counted } from "../../strings/counted";

export const strings = {
  title: "Sheets",
  emptyTitle: "Bill a month of usage in this workbook",
  empty:
    "Ratebook reads contracts, prices and usage from your sheets, and writes invoices, a reconciliation and a list of everything that is wrong, each with its cell.",
  emptyHint: "Try it with a small invented company. Its sheets can be deleted at any time.",
  unknownSheets:
    "No sheet here has a name that says what it holds. Map columns says which sheet holds the contracts, the prices and the usage.",
  table: "Table",
  sheet: "Sheet",
  rows: "Rows",
  columns: "Columns",
  columnsOf: (found: string, needed: string) => `${found} of ${needed}`,
  missing: (titles: string) => `Missing: ${titles}`,
  notFound: "Not found",
  unused: (titles: string) => `Not in this workbook, and not needed: ${titles}.`,
  map: "Map columns",
  period: "Period",
  periodBilled: (period: string) => `${period} · billed`,
  usageRows: (count: string) => counted(count, "row of usage", "rows of usage"),
  noPeriods: (reason = "") =>
    `No usage names a period${reason === "" ? "" : `: ${reason}`}. Type one, such as 2026-10.`,
  otherPeriod: "Another period…",
  typedPeriod: "Another period",
  periodForms: "A month, 2026-Q4, 2026, or 2026-10-05..2026-11-04",
  periodExample: "2026-10",
  badPeriod:
    "This is no period. Write a month like 2026-10, a quarter like 2026-Q4, a year, or two days with .. between.",
  mapOne: "Map",
  iKnow: "I know",
  asOf: "As of",
  numbers: "Give final numbers",
  numbersHint: "Without, invoices are drafts that the next run replaces.",
  sheetLimit: "Formatted invoices",
  sheetLimitHint: "Sheets to print, one an invoice; at most this many.",
  preparedBy: "Prepared by",
  preparedByHint: "Your name, for the Run log.",
  lastRun: "Last run",
  lastRunWas: (period: string, invoices: string) =>
    `${period}, ${counted(invoices, "invoice", "invoices")} written.`,
  needs: (obstacle: string) => `Before the check: ${obstacle}`,
};
