import { counted } from "../../strings/counted";

export const strings = {
  title: "Review",
  find: "Find invoice",
  findHint: "Number or customer",
  status: "Status",
  allStatuses: "All",
  found: (found: string, all: string) =>
    found === all ? counted(all, "invoice", "invoices") : `${found} of ${all} invoices`,
  noneFound: "No invoice matches. Try part of a number or a name.",
  none: "There are no invoices in this workbook yet. Write some on the tab Bill; a preview shows here as well.",
  customer: "Customer",
  contract: "Contract",
  period: "Period",
  dueDate: "Due",
  notALine: (cell: string) =>
    `${cell} is not an amount of an invoice. Select a cell of Invoice lines or of an invoice sheet, then choose Explain this amount again.`,
};
