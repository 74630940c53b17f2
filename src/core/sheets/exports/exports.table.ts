import { idColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** Append-only: a row a document and target, so that nothing is written twice. */
export const exportsTable = defineTable({
  title: "Exports",
  synonyms: [],
  help: "Which document went to which system in which file; what is here for a target is not exported to it again.",
  columns: {
    runId: required(idColumn({ title: "Run ID", help: "the export, as in Run log" })),
    target: required(textColumn({ title: "Target", help: "id of the export" })),
    invoiceNumber: required(idColumn({ title: "Invoice number", help: "the document" })),
    documentHash: textColumn({
      title: "Document hash",
      help: "SHA-256 of its row of Invoices up to Total, without Status, and of its lines up to Tax rate",
    }),
    file: textColumn({ title: "File", help: "name of the file" }),
    fileHash: textColumn({ title: "File hash", help: "SHA-256 of the file" }),
    subtotal: moneyColumn({ title: "Subtotal", help: "sum of the lines" }),
    tax: moneyColumn({ title: "Tax", help: "of the document" }),
    total: moneyColumn({ title: "Total", help: "with tax" }),
    currency: textColumn({ title: "Currency", help: "of the amounts" }),
  },
  examples: [],
});
type ExportColumns = (typeof exportsTable)["columns"];

/** A row of Exports; `row` is set where it continues one of the sheet. */
export type ExportRow = Omit<RecordOf<ExportColumns>, "row"> & { readonly row: number | undefined };
