/** A tag of OFX with the text behind it, up to the next tag. */
export interface OfxToken {
  /** In upper case, without its slash. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly value: string;
  readonly position: number;
}

/** What no tag is longer than. */
const LONGEST_NAME = 64;
const CDATA = "<![CDATA[";
const NAME = /^\/?[A-Z][A-Z0-9._]*\s*\/?$/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** References are resolved where they lead somewhere: banks write R&D as it is. */
function resolved(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
      return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The place behind a tag that begins at `open`, and its name; undefined where the bracket is a character of a text. */
function tagAt(source: string, open: number): { name: string; end: number } | undefined {
  const tag = source.slice(open + 1, open + LONGEST_NAME);
  const end = tag.indexOf(">");
  const name = tag.slice(0, Math.max(end, 0));
  return NAME.test(name) ? { name, end: open + end + 2 } : undefined;
}

/**
 * Takes OFX apart from its first tag on, SGML and XML alike: an element of SGML ends where the next tag begins, so every
 * tag comes with the text up to the next one, and closing tags of elements with a text change nothing.
 */
export function* ofxTokens(source: string, from: number): Generator<OfxToken> {
  let token: { name: string; isClosing: boolean; position: number } | undefined;
  let value = "";
  let at = from;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    value += resolved(source.slice(at, open < 0 ? source.length : open));
    if (open < 0) break;
    if (source.startsWith(CDATA, open)) {
      const end = source.indexOf("]]>", open);
      value += source.slice(open + CDATA.length, end < 0 ? source.length : end);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    if (source.startsWith("<!--", open)) {
      const end = source.indexOf("-->", open);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const tag = tagAt(source, open);
    if (!tag) {
      value += "<";
      at = open + 1;
      continue;
    }
    if (token) yield { ...token, value: value.trim() };
    const isClosing = tag.name.startsWith("/");
    token = { name: tag.name.replace(/[/\s]/g, "").toUpperCase(), isClosing, position: open };
    value = "";
    at = tag.end;
  }
  if (token) yield { ...token, value: value.trim() };
}
