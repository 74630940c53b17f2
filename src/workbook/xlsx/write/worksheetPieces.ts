import { concatInSteps, indexOfBytes, lastIndexOfBytes } from "../../bytes/bytes";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import { parseXml } from "../../xml/xml";
import { MemberPacker } from "../../zip/packMember";
import type { RawMember } from "../../zip/zipArchive";
import type { XmlElement } from "../../xml/xml";
import { applyEdits, type XmlEdit } from "../../xml/xmlEdit";

/** A worksheet part cut around its rows, which can be hundreds of megabytes and stay bytes. */
export interface WorksheetPieces {
  /** The prefix of its elements, with its colon. */
  readonly prefix: string;
  /** Up to the tag of `sheetData`. */
  readonly head: string;
  /** Between the tags of `sheetData`. */
  readonly rows: Uint8Array;
  /** After `sheetData`. */
  readonly tail: string;
}

const ROOT = /<([^\s:<>/="'!?]+:)?worksheet[\s>]/;
/** The declaration and the comments before the root element are short. */
const ROOT_WITHIN = 4096;
const GREATER = 62;
const SLASH = 47;

/** Cuts a worksheet part; undefined when it has no rows element. */
export function cutWorksheet(part: Uint8Array): WorksheetPieces | undefined {
  const root = ROOT.exec(decodeUtf8(part.subarray(0, ROOT_WITHIN)));
  if (root === null) return undefined;
  const prefix = root[1] ?? "";
  const start = indexOfBytes(part, encodeUtf8(`<${prefix}sheetData`));
  const contentStart = part.indexOf(GREATER, start) + 1;
  if (start < 0 || contentStart === 0) return undefined;
  const selfClosing = part[contentStart - 2] === SLASH;
  const closing = encodeUtf8(`</${prefix}sheetData`);
  const contentEnd = selfClosing ? contentStart : lastIndexOfBytes(part, closing);
  const end = selfClosing ? contentStart : part.indexOf(GREATER, contentEnd) + 1;
  if (contentEnd < contentStart) return undefined;
  return {
    prefix,
    head: decodeUtf8(part.subarray(0, start)),
    rows: part.subarray(contentStart, contentEnd),
    tail: decodeUtf8(part.subarray(end)),
  };
}

/** Puts a worksheet together again. */
export function* joinWorksheet(
  { prefix, head, tail }: WorksheetPieces,
  rows: readonly Uint8Array[],
): Steps<Uint8Array> {
  const opening = encodeUtf8(`${head}<${prefix}sheetData>`);
  const closing = encodeUtf8(`</${prefix}sheetData>${tail}`);
  return yield* concatInSteps([opening, ...rows, closing]);
}

/** As `joinWorksheet`, packed while its rows are made; the tail is asked for when all of them are. */
export function* packWorksheet(
  { prefix, head }: WorksheetPieces,
  rows: Iterable<Uint8Array>,
  tailOf: () => string,
): Steps<RawMember> {
  const packer = new MemberPacker();
  yield* packer.add(encodeUtf8(`${head}<${prefix}sheetData>`));
  for (const piece of rows) {
    yield* packer.add(piece);
    yield;
  }
  yield* packer.add(encodeUtf8(`</${prefix}sheetData>${tailOf()}`));
  return yield* packer.finish();
}

/** The name by which macros know a sheet. */
export function codeNameOf(part: Uint8Array): string | undefined {
  const pieces = cutWorksheet(part);
  return pieces && headRoot(pieces).child("sheetPr")?.attribute("codeName");
}

/** The area of cells that a worksheet says it uses. */
export function usedAreaOf(pieces: WorksheetPieces): string | undefined {
  return headRoot(pieces).child("dimension")?.attribute("ref");
}

/** Edits what stands before the rows, seen as a document of its own. */
export function editHead(pieces: WorksheetPieces, edit: (root: XmlElement) => XmlEdit[]): string {
  const root = headRoot(pieces);
  const edited = applyEdits(root.source, edit(root));
  return edited.slice(0, edited.lastIndexOf("</"));
}

function headRoot({ head, prefix }: WorksheetPieces): XmlElement {
  return parseXml(`${head}</${prefix}worksheet>`);
}

/** The worksheet without anything up to the end of its rows, as a document of its own. */
export function parseTail({ prefix, tail }: WorksheetPieces): XmlElement {
  return parseXml(`<${prefix}worksheet>${tail}`);
}

/** The tail with edits made in what `parseTail` gave. */
export function editTail(root: XmlElement, edits: readonly XmlEdit[]): string {
  return applyEdits(root.source, edits).slice(root.tag.length);
}
