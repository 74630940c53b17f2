import { headers } from "../../catalog/synonyms";
import { choiceColumn, dayColumn, idColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

export const disputesTable = defineTable({
  title: "Disputes",
  synonyms: ["Dispute log", "Claims", "Reklamationen"],
  help: "What customers object to. Open until the day before Closed; no reminder goes out for it.",
  columns: {
    disputeId: idColumn({ title: "Dispute ID", synonyms: ["Claim ID"], help: "its id" }),
    invoiceNumber: required(
      idColumn({ title: "Invoice number", synonyms: headers.invoiceNumber, help: "the invoice objected to" }),
    ),
    line: idColumn({ title: "Line", help: "the line of the invoice, where it is one" }),
    opened: required(
      dayColumn({ title: "Opened", synonyms: ["Opened on"], help: "the first day of the dispute" }),
    ),
    reasonCode: required(
      textColumn({ title: "Reason code", synonyms: ["Reason"], help: "what it is about" }),
    ),
    amount: moneyColumn({
      title: "Amount",
      help: "in dispute; all that is open where it is blank",
      min: "0",
    }),
    owner: textColumn({ title: "Owner", help: "who sees to it" }),
    dueDate: dayColumn({ title: "Due date", help: "by when it should be settled" }),
    closed: dayColumn({ title: "Closed", synonyms: ["Closed on"], help: "from this day on it is settled" }),
    outcome: choiceColumn({
      title: "Outcome",
      help: "how it ended",
      choices: { credited: "Credited", upheld: "Upheld", withdrawn: "Withdrawn" },
    }),
  },
  examples: [
    {
      disputeId: "DSP-1",
      invoiceNumber: "INV-2026-0001",
      opened: "2026-11-20",
      reasonCode: "PRICE",
      amount: 25,
      owner: "Ann",
      dueDate: "2026-12-04",
    },
  ],
});
export type DisputeRecord = RecordOf<(typeof disputesTable)["columns"]>;
