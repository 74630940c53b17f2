import { commaSeparated, textField } from "../exports/text/delimitedText";
import type { PrintedPaper } from "./papers";

const HEADINGS = ["To", "Subject", "Text", "File", "Invoice number", "Customer ID", "SHA-256"];

/** A printed paper and the file that it became. */
export interface SentFile {
  readonly file: PrintedPaper;
  readonly sha256: string;
}

export const SEND_LIST = "send-list.csv";

/** A letter for each file, for a program that sends them. */
export function sendList(files: readonly SentFile[]): string {
  const rows = files.map(({ file: { letter, name }, sha256 }) => {
    const { to, subject, text, invoiceNumber, customerId } = letter;
    return [to, subject, text, name, invoiceNumber, customerId, sha256].map(textField);
  });
  return commaSeparated([HEADINGS, ...rows]);
}
