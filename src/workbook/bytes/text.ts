import { startsWith } from "./bytes";

/** What the parts of a workbook and the files of people are written in. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const encoder = new TextEncoder();
// A mark at the beginning is a character of the text here, so that pieces of a text are decoded as they stand.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** UTF-16 shows itself by its byte order mark; all else is UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  return startsWith(bytes, 0xfe, 0xff) ? "utf-16be" : "utf-8";
}

/** The whole text in the encoding that it shows, without a byte order mark. */
export function decodeMarked(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
