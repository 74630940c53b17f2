import { isAscii } from "node:buffer";
import { damagedPart } from "./partFailure";

interface XmlPart {
  /** How the part is named to the user. */
  readonly label: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** The root element, and the element after which the part may be cut. */
  readonly root: string;
  readonly cutAfter: string;
}

/**
 * A part of any size as a row of strings, each cut after a closing tag, in ASCII and without namespace prefixes.
 * exceljs needs both: it decodes each chunk of bytes by itself, which breaks letters at the seams, and knows
 * elements by their unprefixed names.
 */
export async function* xmlPieces(part: XmlPart): AsyncGenerator<string> {
  let prefix: string | undefined;
  let cut = Buffer.alloc(0);
  let waiting: Buffer[] = [];
  for await (const chunk of part.chunks) {
    if (prefix === undefined) {
      prefix = rootPrefix(chunk, part);
      cut = Buffer.from(`</${prefix}${part.cutAfter}>`);
    }
    const found = chunk.lastIndexOf(cut);
    const end = found < 0 ? 0 : found + cut.length;
    if (end > 0) {
      yield asciiXml(Buffer.concat([...waiting, chunk.subarray(0, end)]), prefix);
      waiting = [];
    }
    waiting.push(chunk.subarray(end));
  }
  yield asciiXml(Buffer.concat(waiting), prefix ?? "");
}

/** The namespace prefix of the root element with its colon; empty for the usual default namespace. */
function rootPrefix(start: Buffer, { label, root }: XmlPart): string {
  const match = new RegExp(String.raw`<([\w.-]+:)?${root}[\s/>]`).exec(start.toString("latin1"));
  if (match === null) throw damagedPart(label);
  return match[1] ?? "";
}

function asciiXml(bytes: Buffer, prefix: string): string {
  const xml = isAscii(bytes)
    ? bytes.toString("latin1")
    : withoutCdata(bytes.toString("utf8")).replace(/[\u{80}-\u{10ffff}]/gu, characterReference);
  return prefix === "" ? xml : xml.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}

function characterReference(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}

const COMMENT_OR_CDATA = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>/g;

/** Writes CDATA as ordinary text, since exceljs drops it, and leaves comments out. */
export function withoutCdata(xml: string): string {
  return xml.replace(COMMENT_OR_CDATA, (_, text = "") => escapeMarkup(String(text)));
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
