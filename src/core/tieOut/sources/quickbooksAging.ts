import type { TieOut } from "../openItems";

export const quickbooksAging: TieOut = {
  id: "quickbooks-aging",
  title: "QuickBooks A/R aging",
  help: "The report A/R aging detail.",
  headers: {
    number: ["Num", "No.", "Invoice number", "Transaction number"],
    customerName: ["Customer", "Customer full name", "Name", "Customer display name"],
    date: ["Date", "Transaction date", "Invoice date"],
    open: ["Open balance", "Balance", "Amount due"],
    currency: ["Currency", "Transaction currency"],
  },
};
