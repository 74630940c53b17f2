import { kindOfFile } from "../bytes/fileKind";
import { bankFormats } from "./bank/registry";
import type { DataFormat, DataReading } from "./dataFormat";
import { dataFormats } from "./registry";

const refused = (message: string): DataReading => ({
  ok: false,
  failure: { code: "UNKNOWN_FORMAT", message },
});

/** The format of a file by its first bytes. */
export const formatOf = (bytes: Uint8Array): DataFormat | undefined =>
  dataFormats.find(({ detects }) => detects(bytes));

/** Reads a file that brings rows, by the first format that detects it. */
export function readDataFile(bytes: Uint8Array, name: string): DataReading {
  const bank = bankFormats.find(({ isOnlyOfBanks, detects }) => isOnlyOfBanks && detects(bytes));
  if (bank) return refused(`It is a statement of a bank (${bank.title}); payments --receipts reads it.`);
  const format = formatOf(bytes);
  if (format !== undefined) return format.read(bytes, name);
  const { id, title } = kindOfFile(bytes);
  const titles = dataFormats.map((known) => known.title).join(", ");
  const cure =
    id === "zip" || id === "ole"
      ? "open it in Excel and save the sheet with the rows as CSV UTF-8"
      : `give a file of one of these formats: ${titles}`;
  return refused(`It is ${title}; ${cure}.`);
}
