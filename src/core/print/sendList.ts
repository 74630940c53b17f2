import { commaSeparated, textField } from "../exports/text/delimitedText";
import type { PrintedFile } from "./printDocuments";

const HEADINGS = ["To", "Subject", "Text", "File", "Invoice number", "Customer ID", "SHA-256"];

/** A printed document and the file that it became. */
export interface SentFile {
  readonly file: PrintedFile;
  readonly sha256: string;
}

export const SEND_LIST = "send-list.csv";

/** A letter for each file, for a program that sends them. */
export function sendList(files: readonly SentFile[]): string {
  const rows = files.map(({ file: { printed, document, email, name }, sha256 }) => {
    const subject = [printed.title, printed.number, printed.seller[0] ?? ""].filter(Boolean).join(" ");
    const total = printed.totals.at(-1)?.join(": ") ?? "";
    const texts = [email, subject, `${subject}, ${total}`, name, document.invoiceNumber];
    return [...texts, document.customerId ?? "", sha256].map(textField);
  });
  return commaSeparated([HEADINGS, ...rows]);
}
