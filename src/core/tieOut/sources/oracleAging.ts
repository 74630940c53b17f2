import type { TieOut } from "../openItems";

export const oracleAging: TieOut = {
  id: "oracle-aging",
  title: "Oracle receivables aging",
  help: "The receivables aging report by transaction.",
  headers: {
    number: ["Transaction Number", "Invoice Number", "Trx Number", "Transaction"],
    customerId: ["Customer Account Number", "Account Number", "Customer Number", "Bill-to Account Number"],
    customerName: ["Customer Name", "Customer", "Bill-to Customer Name"],
    date: ["Transaction Date", "Invoice Date", "Trx Date"],
    open: ["Outstanding Amount", "Balance Due", "Open Balance", "Amount Due Remaining", "Entered Balance"],
    currency: ["Currency", "Entered Currency", "Transaction Currency", "Currency Code"],
  },
};
