import { kindOfFile } from "../bytes/fileKind";
import type { DataReading } from "./dataFormat";
import { dataFormats } from "./registry";

/** Reads a file that brings rows, by the first format that detects it. */
export function readDataFile(bytes: Uint8Array, name: string): DataReading {
  const format = dataFormats.find(({ detects }) => detects(bytes));
  if (format !== undefined) return format.read(bytes, name);
  const { id, title } = kindOfFile(bytes);
  const titles = dataFormats.map((known) => known.title).join(", ");
  const cure =
    id === "zip" || id === "ole"
      ? "open it in Excel and save the sheet with the rows as CSV UTF-8"
      : `give a file of one of these formats: ${titles}`;
  return { ok: false, failure: { code: "UNKNOWN_FORMAT", message: `It is ${title}; ${cure}.` } };
}
