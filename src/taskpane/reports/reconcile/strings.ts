import { counted } from "../../strings/counted";

export const strings = {
  title: "Reconcile",
  lead: "Compares usage, contracts and invoices, and names every difference with its cause.",
  run: "Run reconciliation",
  running: "Comparing usage, contracts and invoices",
  under: "Under-billed",
  over: "Over-billed",
  net: "Net",
  rate: (percent: string) => `${percent} of what was expected`,
  findings: (count: string) => counted(count, "finding", "findings"),
  clean: "Usage, contracts and invoices agree.",
  balanced: (currencies: string) => `${currencies}: nothing under- or over-billed.`,
  withoutDocuments: (currencies: string) => `${currencies}: there are no documents to compare.`,
  expected: "Expected",
  found: "Found",
  difference: "Difference",
  status: "Status",
  statuses: { Open: "Open", Explained: "Explained", Fixed: "Fixed" } as Readonly<Record<string, string>>,
  comment: "Comment",
  saved: "Saved in the workbook",
  notWritten: "Status and comment can be kept once the invoices are written.",
};
