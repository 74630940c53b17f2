import type { TieOut } from "../openItems";

export const csvItems: TieOut = {
  id: "csv",
  title: "CSV of open items",
  help: "Any list of open items with the columns Invoice number and Open.",
  headers: {
    number: ["Invoice number", "Number", "Document", "Document number"],
    customerId: ["Customer ID", "Customer number"],
    customerName: ["Customer name", "Customer"],
    date: ["Invoice date", "Date"],
    open: ["Open", "Balance", "Open amount", "Outstanding", "Amount"],
    currency: ["Currency"],
  },
};
