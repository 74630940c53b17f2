import { readBankTable } from "../../../core/api";
import { kindOfFile } from "../../bytes/fileKind";
import { readCsv } from "../csv/readCsv";
import { refusedFile, type BankFormat } from "./bankFormat";

/** What a bank writes as text with separators: whatever is text and no other format. */
export const bankCsv: BankFormat = {
  id: "csv",
  title: "CSV",
  help:
    "Text with `,` `;` tab or `|` between its fields, UTF-8, UTF-16 or windows-1252, with a header within 20 rows or none; " +
    "Amount, or Debit and Credit. `--columns` says which column is what, `--dates` which of day and month comes first.",
  detects: (bytes) => ["text", "empty"].includes(kindOfFile(bytes).id),
  read: (bytes, name, options) => {
    const read = readCsv(bytes, name);
    if (!read.ok) return read;
    const table = readBankTable(read.grid, options);
    if (!table.ok) return refusedFile("NO_STATEMENT", `It is no bank file: ${table.reason}.`);
    return { ok: true, file: { name, format: bankCsv.id, statements: table.statements } };
  },
  isOnlyOfBanks: false,
};
