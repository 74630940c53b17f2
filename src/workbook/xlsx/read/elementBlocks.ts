import { cutOffPart, damagedPart } from "./partFailure";

const COMMENT = /<!--[^]*?-->/g;
const CDATA = /<!\[CDATA\[([^]*?)\]\]>/g;

function escapeCdata(_: string, text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Comments left out and CDATA written as plain text, so that < always begins a tag. */
function withoutSections(xml: string): string {
  return xml.includes("<!") ? xml.replace(COMMENT, "").replace(CDATA, escapeCdata) : xml;
}

/** Whether a comment or CDATA section is still open at the end of a text. */
function endsInSection(xml: string): boolean {
  const start = xml.lastIndexOf("<!");
  if (start < 0) return false;
  const end = xml.startsWith("<![CDATA[", start) ? "]]>" : "-->";
  return !xml.includes(end, start);
}

/**
 * The text of a part cut behind the end of an element (`row`, `si`), so that each block holds whole elements and may be
 * read without looking ahead. The first block begins with the root; a prefix of the root's namespace is left out of all.
 */
export async function* elementBlocks(
  pieces: AsyncIterable<string>,
  element: string,
  label: string,
): AsyncGenerator<string> {
  let rest = "";
  let root: Root | undefined;
  for await (const piece of pieces) {
    rest += piece;
    root ??= rootOf(rest);
    if (!root) continue;
    const closing = `</${root.prefix}${element}>`;
    const end = rest.lastIndexOf(closing);
    if (end < 0 || endsInSection(rest)) continue;
    yield plain(rest.slice(0, end + closing.length), root.prefix);
    rest = rest.slice(end + closing.length);
  }
  if (!root) throw /<[A-Za-z]/.test(rest) ? damagedPart(label) : cutOffPart(label);
  const name = root.prefix + root.name;
  if (!new RegExp(`</${name}\\s*>|<${name}[^>]*/>`).test(rest)) throw cutOffPart(label);
  yield plain(rest, root.prefix);
}

interface Root {
  /** The namespace prefix with its colon; empty for the usual default namespace. */
  readonly prefix: string;
  readonly name: string;
}

function rootOf(start: string): Root | undefined {
  const opening = /<([A-Za-z_][\w.-]*:)?(worksheet|sst)[\s/>]/.exec(start);
  return opening ? { prefix: opening[1] ?? "", name: opening[2]! } : undefined;
}

function plain(xml: string, prefix: string): string {
  const text = withoutSections(xml);
  return prefix === "" ? text : text.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}
