import { startsWith } from "./bytes";
import { decodeLatin1 } from "./text";

/** As far as a declaration reaches that is looked for. */
export const DECLARATION_WITHIN = 256;

const ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/;

/**
 * The encoding of an XML text by its first bytes, in lower case: that of its mark, else the one it declares, else UTF-8.
 * A declaration that can be read byte by byte does not stand in UTF-16, whatever it says.
 */
export function xmlEncodingOf(start: Uint8Array): string {
  if (startsWith(start, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0x3c, 0x00, 0x3f, 0x00)) return "utf-16le";
  if (startsWith(start, 0xfe, 0xff) || startsWith(start, 0x00, 0x3c, 0x00, 0x3f)) return "utf-16be";
  const declared = ENCODING.exec(decodeLatin1(start.subarray(0, DECLARATION_WITHIN)))?.[1]?.toLowerCase();
  return declared === undefined || declared.startsWith("utf-16") ? "utf-8" : declared;
}
