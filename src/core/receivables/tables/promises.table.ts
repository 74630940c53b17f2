import { headers } from "../../catalog/synonyms";
import { dayColumn, idColumn, required } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

export const promisesTable = defineTable({
  title: "Promises",
  synonyms: ["Promises to pay", "Zahlungszusagen"],
  help: "What customers promised to pay by when; no reminder goes out from Made to Pay by.",
  columns: {
    invoiceNumber: idColumn({
      title: "Invoice number",
      synonyms: headers.invoiceNumber,
      help: "the invoice, or a customer",
    }),
    customerId: idColumn({
      title: "Customer ID",
      synonyms: headers.customerId,
      help: "the customer, where no invoice is named",
    }),
    made: required(
      dayColumn({ title: "Made", synonyms: ["Made on", "Promised on"], help: "the day of the promise" }),
    ),
    payBy: required(
      dayColumn({ title: "Pay by", synonyms: ["Promised date"], help: "the last day it holds" }),
    ),
  },
  examples: [{ customerId: "C-001", made: "2026-11-16", payBy: "2026-11-30" }],
});
export type PromiseRecord = RecordOf<(typeof promisesTable)["columns"]>;
