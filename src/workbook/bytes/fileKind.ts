import { startsWith } from "./bytes";
import { decodeMarked } from "./text";

/** What a file is by its first bytes. */
export interface FileKind {
  readonly id: "empty" | "zip" | "ole" | "text" | "other";
  /** As a sentence names it. */
  readonly title: string;
}

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** So many first bytes tell it. */
export const LOOKED_AT = 4096;

const other = (title: string): FileKind => ({ id: "other", title });

/** Says what kind of file this is, as far as its beginning tells. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { id: "empty", title: "empty" };
  if (startsWith(bytes, ...OLE_SIGNATURE))
    return { id: "ole", title: "an old Office file or one with a password" };
  if (isZip(bytes)) return { id: "zip", title: "an Excel workbook or another zip archive" };
  if (startsWith(bytes, 0x1f, 0x8b)) return other("a gzip archive");
  const start = decodeMarked(bytes.subarray(0, LOOKED_AT)).trimStart().toLowerCase();
  if (start.startsWith("%pdf")) return other("a PDF document");
  if (/^<(!doctype html|html|head|body|table)/.test(start)) return other("an HTML page");
  if (/^<[a-z?!]/.test(start)) return other("an XML file");
  if (start.startsWith("{\\rtf")) return other("an RTF document");
  if (start.includes("\0")) return other("a binary file");
  return { id: "text", title: /^[^\n]*[,;\t]/.test(start) ? "text with separators (CSV)" : "plain text" };
}

/** Even one byte short of a signature, a beginning of a zip is one; a text may begin with PK as well. */
function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b) && (bytes[2] ?? 0) < 9;
}
