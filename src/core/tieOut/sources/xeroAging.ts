import type { TieOut } from "../openItems";

export const xeroAging: TieOut = {
  id: "xero-aging",
  title: "Xero aged receivables",
  help: "The report Aged receivables detail.",
  headers: {
    number: ["Invoice Number", "Number", "Invoice"],
    customerName: ["Contact", "Contact Name", "ContactName", "Customer"],
    customerId: ["Contact Account Number", "Account Number"],
    date: ["Invoice Date", "Date"],
    open: ["Total", "Outstanding", "Amount Due", "Due", "Balance"],
    currency: ["Currency", "Invoice Currency"],
  },
};
