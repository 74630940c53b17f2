import { counted } from "../../strings/counted";

export const strings = {
  title: "Preview",
  totals: "Totals",
  makeUp: (invoices: string, net: string, tax: string) =>
    `${counted(invoices, "invoice", "invoices")} · net ${net} + tax ${tax}`,
  nothing: "Nothing is to be billed in this period.",
  changes: "Change against the previous period",
  isFirst: "first bill",
  firstBill: "First bill: there are no earlier invoices to compare with.",
  isHeld: "an invoice of theirs is held",
  change: (before: string, now: string) => `${before} → ${now}`,
  list: "Invoices",
  writes: "What will be written",
  unformatted: (count: string) =>
    `${counted(count, "invoice gets", "invoices get")} no formatted sheet. Ask for more under Sheets.`,
  actions: { new: "new", replaced: "replaced", removed: "removed", extended: "rows added" },
  upToDate: "The workbook already shows exactly this. There is nothing to write.",
  undoOf: {
    excel:
      "Excel forgets its own undo steps when an add-in writes this much. Undo this run stays possible until you edit what was written.",
    file: "The file that you opened is not changed. Download workbook gives you the new one.",
  },
  write: "Write invoices",
};
