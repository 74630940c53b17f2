import { decodeWindows1252, encodingOf } from "../../bytes/text";

/**
 * The text of a file in the encoding that it shows: UTF-16 by its byte order mark, UTF-8 where it is valid,
 * else windows-1252, as Excel saves CSV in western Europe and America.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
