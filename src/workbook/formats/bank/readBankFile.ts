import type { BankTableOptions } from "../../../core/api";
import { kindOfFile } from "../../bytes/fileKind";
import { refusedFile, type BankReading } from "./bankFormat";
import { bankFormats } from "./registry";

/** Reads a file of a bank, by the first format that detects it. */
export function readBankFile(bytes: Uint8Array, name: string, options: BankTableOptions = {}): BankReading {
  if (bytes.length === 0) return refusedFile("EMPTY", "It is empty.");
  const format = bankFormats.find(({ detects }) => detects(bytes));
  if (format) return format.read(bytes, name, options);
  const titles = bankFormats.map(({ title }) => title).join(", ");
  return refusedFile(
    "UNKNOWN_FORMAT",
    `It is ${kindOfFile(bytes).title}; give a file of one of these formats: ${titles}.`,
  );
}
