import { headers } from "../catalog/synonyms";
import { dayColumn, idColumn, moneyColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** Money that came in, and what of it went back. */
export const paymentsTable = defineTable({
  title: "Payments",
  synonyms: ["Receipts", "Cash", "Zahlungen", "Zahlungseingänge", "Paiements"],
  help: "Money received, one row a payment; an amount below 0 is a refund or a returned payment.",
  columns: {
    paymentId: idColumn({
      title: "Payment ID",
      synonyms: ["Receipt ID", "Payment No", "Receipt No", "Transaction ID"],
      help: "its id; without one it is PAY- and a number",
    }),
    customerId: idColumn({
      title: "Customer ID",
      synonyms: headers.customerId,
      help: "who paid, where known",
    }),
    date: required(
      dayColumn({
        title: "Date",
        synonyms: ["Payment date", "Receipt date", "Booking date", "Value date", "Datum", "Buchungstag"],
        help: "the day the money came",
      }),
    ),
    amount: required(
      moneyColumn({
        title: "Amount",
        synonyms: ["Payment amount", "Amount paid", "Amount received", "Received", "Betrag"],
        help: "received; below 0 is a refund or a returned payment",
      }),
    ),
    currency: textColumn({
      title: "Currency",
      synonyms: headers.currency,
      help: "ISO 4217 code; else the customer's, else that of Settings",
    }),
    reference: textColumn({
      title: "Reference",
      synonyms: ["Remittance", "Memo", "Payment reference", "Verwendungszweck", "Purpose"],
      help: "what the payer wrote, such as the numbers of invoices",
    }),
    invoiceNumber: idColumn({
      title: "Invoice number",
      synonyms: headers.invoiceNumber,
      help: "the invoices it pays, with commas or semicolons between; decides it, whatever was proposed",
    }),
    method: textColumn({ title: "Method", synonyms: ["Payment method"], help: "how it was paid" }),
    payer: textColumn({
      title: "Payer",
      synonyms: ["Paid by", "Auftraggeber"],
      help: "the name on the payment",
    }),
    payerAccount: idColumn({
      title: "Payer account",
      synonyms: ["IBAN", "Debtor account"],
      help: "the account it came from",
    }),
    bankEntry: idColumn({ title: "Bank entry", help: "the entry of the bank file it was read from" }),
  },
  examples: [
    {
      paymentId: "PAY-1",
      customerId: "C-001",
      date: "2026-11-12",
      amount: 250,
      reference: "a part of INV-2026-0001",
      method: "Transfer",
    },
  ],
});
export type PaymentRecord = RecordOf<(typeof paymentsTable)["columns"]>;
