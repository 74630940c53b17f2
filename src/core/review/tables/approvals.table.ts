import { idColumn, momentColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** Append-only: a row a document and act, each carrying the hash of the one before it. */
export const approvalsTable = defineTable({
  title: "Approvals",
  synonyms: [],
  help: "What was done to which document, when and by whom; each row seals the one before it, Run log names the last.",
  columns: {
    runId: required(idColumn({ title: "Run ID", help: "the act, as in Run log" })),
    when: required(momentColumn({ title: "When", help: "the as-of date, or the time of the act" })),
    who: textColumn({ title: "Who", help: "who did it, as typed" }),
    action: textColumn({ title: "Action", help: "submit, approve, reject, issue, void, accept or lapse" }),
    invoiceNumber: required(idColumn({ title: "Invoice number", help: "the document after the act" })),
    was: idColumn({ title: "Was", help: "its number before, where it got another" }),
    from: textColumn({ title: "From", help: "its status before" }),
    to: textColumn({ title: "To", help: "its status after" }),
    total: moneyColumn({ title: "Total", help: "with tax" }),
    currency: textColumn({ title: "Currency", help: "of the total" }),
    comment: textColumn({ title: "Comment", help: "comment or reason; of a lapse what changed" }),
    seal: textColumn({ title: "Seal", help: "of the document after the act" }),
    previousHash: textColumn({ title: "Previous hash", help: "Hash of the row above" }),
    hash: textColumn({ title: "Hash", help: "SHA-256 of this row's cells before it" }),
  },
  examples: [],
});
type ApprovalsColumns = (typeof approvalsTable)["columns"];
export type ApprovalRecord = Omit<RecordOf<ApprovalsColumns>, "row"> & { readonly row: number | undefined };
