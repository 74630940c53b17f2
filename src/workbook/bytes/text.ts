import { latin1Text } from "../../core/api";
import { startsWith } from "./bytes";

/** What the files of people are written in, by their mark. */
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

/** The bytes of a text behind its byte order mark, where it has one; a view, not a copy. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return bytes.subarray(3);
  return encodingOf(bytes) === "utf-8" ? bytes : bytes.subarray(2);
}

/** The whole text in the encoding that its mark shows, without the mark. */
export function decodeMarked(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** ISO-8859-1: each byte is the character of its number. */
export function decodeLatin1(bytes: Uint8Array): string {
  return latin1Text(bytes, 0, bytes.length);
}

/** Where windows-1252 departs from Latin-1: the characters of the bytes from 0x80 to 0x9F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand, since some versions of Node take windows-1252 for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return decodeLatin1(bytes).replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!,
  );
}
