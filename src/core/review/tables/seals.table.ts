import { idColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** What was sealed of a document: a row a part, hidden from those who do not look for it. */
export const sealsTable = defineTable({
  title: "Seals",
  synonyms: [],
  help: "What approve, issue and accept sealed of each document: every cell that decided it, by table and key, and in a row “Form” of which parts they are.",
  columns: {
    invoiceNumber: required(idColumn({ title: "Invoice number", help: "the sealed document" })),
    table: required(textColumn({ title: "Table", help: "where the part stands" })),
    key: required(textColumn({ title: "Key", help: "which row of it; personal cells end in “| personal”" })),
    text: textColumn({ title: "Text", help: "its non-empty cells, Column: value a line" }),
    hash: textColumn({ title: "Hash", help: "SHA-256 of the whole text" }),
  },
  examples: [],
});
export type SealRecord = RecordOf<(typeof sealsTable)["columns"]>;
