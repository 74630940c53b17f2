import { parseXml } from "../xml";
import type { XmlElement } from "../xml";
import { applyEdits, type XmlEdit } from "../xmlEdit";

/** A worksheet part cut around its rows, which can be hundreds of megabytes and stay bytes. */
export interface WorksheetPieces {
  /** The prefix of its elements, with its colon. */
  readonly prefix: string;
  /** Up to the tag of `sheetData`. */
  readonly head: string;
  /** Between the tags of `sheetData`. */
  readonly rows: Buffer;
  /** After `sheetData`. */
  readonly tail: string;
}

const ROOT = /<([\w.-]+:)?worksheet[\s>]/;
/** The declaration and the comments before the root element are short. */
const ROOT_WITHIN = 4096;

/** Cuts a worksheet part; undefined when it has no rows element. */
export function cutWorksheet(part: Uint8Array): WorksheetPieces | undefined {
  const file = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const root = ROOT.exec(file.toString("utf8", 0, ROOT_WITHIN));
  if (root === null) return undefined;
  const prefix = root[1] ?? "";
  const start = file.indexOf(`<${prefix}sheetData`);
  const contentStart = file.indexOf(">", start) + 1;
  if (start < 0 || contentStart === 0) return undefined;
  const selfClosing = file[contentStart - 2] === "/".charCodeAt(0);
  const contentEnd = selfClosing ? contentStart : file.lastIndexOf(`</${prefix}sheetData`);
  const end = selfClosing ? contentStart : file.indexOf(">", contentEnd) + 1;
  if (contentEnd < contentStart) return undefined;
  return {
    prefix,
    head: file.toString("utf8", 0, start),
    rows: file.subarray(contentStart, contentEnd),
    tail: file.toString("utf8", end),
  };
}

/** Puts a worksheet together again. */
export function joinWorksheet(
  { prefix, head, tail }: WorksheetPieces,
  rows: readonly Uint8Array[],
): Uint8Array {
  const opening = Buffer.from(`${head}<${prefix}sheetData>`, "utf8");
  const closing = Buffer.from(`</${prefix}sheetData>${tail}`, "utf8");
  return Buffer.concat([opening, ...rows, closing]);
}

/** Edits what stands before the rows, seen as a document of its own. */
export function editHead(pieces: WorksheetPieces, edit: (root: XmlElement) => XmlEdit[]): string {
  const root = parseXml(`${pieces.head}</${pieces.prefix}worksheet>`);
  const edited = applyEdits(root.source, edit(root));
  return edited.slice(0, edited.lastIndexOf("</"));
}

/** The worksheet without anything up to the end of its rows, as a document of its own. */
export function parseTail({ prefix, tail }: WorksheetPieces): XmlElement {
  return parseXml(`<${prefix}worksheet>${tail}`);
}

/** The tail with edits made in what `parseTail` gave. */
export function editTail(root: XmlElement, edits: readonly XmlEdit[]): string {
  return applyEdits(root.source, edits).slice(root.tag.length);
}
