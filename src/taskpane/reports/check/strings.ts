import { counted } from "../../strings/counted";

export const strings = {
  title: "Check",
  errors: (count: string) => counted(count, "error", "errors"),
  warnings: (count: string) => counted(count, "warning", "warnings"),
  held: (count: string) => counted(count, "invoice held", "invoices held"),
  clean: "Nothing is wrong. Every row is accounted for.",
  issues: "Issues",
  show: "Show",
  showAllIssues: "All issues",
  showOnly: { error: "Errors", warning: "Warnings" },
  find: "Find issue",
  findHint: "Cell, contract or words",
  noneShown: "No issue is like that.",
  atStake: (money: string) => `${money} at stake`,
  totals: "Control totals",
  totalsWhy: "What became of every usage row. Nothing is left out.",
  rowsRead: (count: string) => counted(count, "row", "rows"),
  fate: "Fate",
  rows: "Rows",
  quantity: "Quantity",
  preview: "Preview invoices",
};
