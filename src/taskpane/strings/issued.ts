import { counted } from "./counted";

/** What is said when an issued document was edited. */
export const issuedStrings = {
  title: "Issued invoice changed",
  changed: (documents: string) =>
    `${counted(documents, "document is", "documents are")} not what was issued. An issued document is corrected by a credit note.`,
  gone: (invoice: string) => `${invoice} is in no row any more: take its deletion back.`,
  deleted: (invoice: string) => `${invoice} is in no row any more: Restore writes it again as it was sealed.`,
  more: (count: string) => `and ${count} more; Verify workbook has all of them`,
  restore: "Restore",
  restored: "What was issued is back.",
};
