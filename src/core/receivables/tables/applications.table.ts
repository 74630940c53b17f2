import { headers } from "../../catalog/synonyms";
import { choiceColumn, dayColumn, idColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** What was put against which invoice: append-only, but for rows that nobody has accepted. */
export const applicationsTable = defineTable({
  title: "Applications",
  synonyms: ["Payment applications", "Cash applications", "Allocations", "Zuordnungen"],
  help: "What of a payment or credit note went against which invoice. A row set to Posted counts; each run replaces the others.",
  columns: {
    applicationId: idColumn({ title: "Application ID", help: "APP- and a running number" }),
    status: choiceColumn({
      title: "Status",
      help: "Posted counts, also where it is blank",
      choices: { proposed: "Proposed", review: "Review", posted: "Posted" },
    }),
    paymentId: required(
      idColumn({
        title: "Payment ID",
        synonyms: ["Receipt ID"],
        help: "the payment, or the number of a credit note",
      }),
    ),
    customerId: idColumn({ title: "Customer ID", synonyms: headers.customerId, help: "whose invoice it is" }),
    invoiceNumber: required(
      idColumn({
        title: "Invoice number",
        synonyms: headers.invoiceNumber,
        help: "the invoice it goes against",
      }),
    ),
    date: required(dayColumn({ title: "Date", synonyms: ["Applied on"], help: "from which day it counts" })),
    kind: choiceColumn({
      title: "Kind",
      help: "Cash where it is blank",
      choices: { cash: "Cash", credit: "Credit", discount: "Discount", write_off: ["Write-off", "Writeoff"] },
    }),
    amount: required(
      moneyColumn({ title: "Amount", synonyms: ["Applied"], help: "what it takes off the invoice" }),
    ),
    currency: textColumn({ title: "Currency", synonyms: headers.currency, help: "ISO 4217 code of both" }),
    rule: textColumn({ title: "Rule", help: "by which it was matched" }),
    confidence: choiceColumn({
      title: "Confidence",
      help: "how sure the match is",
      choices: { high: "high", medium: "medium", low: "low" },
    }),
    difference: moneyColumn({
      title: "Difference",
      help: "received less open, of all that the payment goes against",
    }),
    treatment: choiceColumn({
      title: "Treatment",
      help: "what becomes of the difference",
      choices: { exact: "Exact", discount: "Discount", write_off: "Write-off", short: "Short", over: "Over" },
    }),
    candidates: textColumn({ title: "Candidates", help: "what a person can choose from" }),
    reasonCode: textColumn({ title: "Reason code", synonyms: ["Reason"], help: "why it was written off" }),
    reverses: idColumn({ title: "Reverses", help: "the Application ID that it takes back" }),
    postedBy: textColumn({ title: "Posted by", help: "who accepted it" }),
    runId: idColumn({ title: "Run ID", help: "the run that posted it, as in Run log" }),
  },
  examples: [],
});
export type ApplicationRecord = RecordOf<(typeof applicationsTable)["columns"]>;
export type ApplicationKind = NonNullable<ApplicationRecord["kind"]>;
export type Confidence = NonNullable<ApplicationRecord["confidence"]>;
export type Treatment = NonNullable<ApplicationRecord["treatment"]>;
