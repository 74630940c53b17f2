import { isAscii, isUtf8 } from "node:buffer";

/**
 * The text of a file in the encoding that it shows: UTF-16 by its byte order mark, UTF-8 where it is valid,
 * else windows-1252, as Excel saves CSV in western Europe and America.
 */
export function decodeText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, 0xff, 0xfe)) return file.toString("utf16le", 2);
  if (startsWith(file, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(file);
  if (isAscii(file)) return file.toString("latin1");
  if (!isUtf8(file)) return decodeWindows1252(file);
  return file.toString("utf8", startsWith(file, 0xef, 0xbb, 0xbf) ? 3 : 0);
}

/** Where windows-1252 departs from Latin-1: the characters of the bytes from 0x80 to 0x9F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand, since the TextDecoder of some versions of Node takes windows-1252 for Latin-1. */
function decodeWindows1252(file: Buffer): string {
  return file
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function startsWith(file: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => file[index] === byte);
}
