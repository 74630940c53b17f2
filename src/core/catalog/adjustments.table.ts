import { dayColumn, idColumn, moneyColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";
import { headersOf } from "./everydayHeaders";
import { headers } from "./synonyms";

export const adjustmentsTable = defineTable({
  title: "Adjustments",
  synonyms: ["Credits", "Credit memos", "Credit notes", "Manual adjustments", "Gutschriften"],
  help: "Amounts agreed outside the prices: credits (negative) and extra charges.",
  columns: {
    adjustmentId: idColumn({
      title: "Adjustment ID",
      synonyms: ["Credit ID", "Memo ID", "ID"],
      help: "its own id",
    }),
    contractId: idColumn({
      title: "Contract ID",
      ...headersOf("contractId"),
      help: "the contract, or a customer",
    }),
    customerId: idColumn({
      title: "Customer ID",
      ...headersOf("customerId"),
      help: "the customer, where no contract is named",
    }),
    date: required(
      dayColumn({
        title: "Date",
        synonyms: ["Adjustment date", "Credit date", "Datum", "Fecha", "Data", "Jour", "Giorno"],
        help: "the run of this day bills it",
      }),
    ),
    amount: required(
      moneyColumn({ title: "Amount", ...headersOf("amount"), help: "before tax; negative is a credit" }),
    ),
    description: required(
      textColumn({ title: "Description", ...headersOf("description"), help: "printed on the line" }),
    ),
    reasonCode: textColumn({
      title: "Reason code",
      synonyms: ["Reason", "Reason ID", "Grund", "Motif", "Motivo", "Reden"],
      help: "why, e.g. PRICE, QUANTITY, SLA",
    }),
    taxCode: idColumn({
      title: "Tax code",
      synonyms: headers.taxCode,
      help: "default: the contract's or customer's",
    }),
    invoiceNumber: idColumn({
      title: "Invoice number",
      synonyms: [...headers.invoiceNumber, "Corrects"],
      help: "the invoice it corrects: then it becomes a credit note",
    }),
    approvedBy: textColumn({ title: "Approved by", synonyms: ["Approver"], help: "who agreed to it" }),
  },
  examples: [
    {
      adjustmentId: "ADJ-1",
      contractId: "CT-1001",
      date: "2026-10-20",
      amount: -45,
      description: "Credit for outage on 3 October",
      reasonCode: "SLA",
    },
  ],
});
export type AdjustmentRecord = RecordOf<(typeof adjustmentsTable)["columns"]>;
