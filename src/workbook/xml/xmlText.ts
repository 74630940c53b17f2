import { XmlError } from "./xmlError";

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Most cells need no escape, and one look tells. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[\u0000-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGAL_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Also before a character that becomes an escape, whose underscore would complete this one. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}[_\u0000-\u001f\ud800-\udfff\ufffe\uffff])/g;

/**
 * Text as SpreadsheetML stores it (ST_Xstring): what XML cannot hold becomes `_x000B_`, and a text that
 * happens to look like such an escape is itself escaped, so that it reads back the same.
 */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return escapeMarkup(text.replace(LOOKS_ESCAPED, "_x005F_").replace(ILLEGAL_IN_XML, escapeCode));
}

/** Escapes only what XML itself would take for markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** As `escapeText`, for the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, escapeCode);
}

function escapeCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The text of an element or attribute as it is written, with its references resolved and the line ends of XML. */
export function decodeText(written: string): string {
  return decodeReferences(written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written);
}

/** As `decodeText`, for an attribute: its white space is blanks. */
export function decodeAttribute(written: string): string {
  return decodeReferences(written.replace(/\r\n|[\t\n\r]/g, " "));
}

const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,10})|([A-Za-z]{1,8}));|&/g;

/** Resolves references to characters; throws an XmlError for one that leads to none. */
function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    const character =
      name === undefined
        ? characterOf(parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16))
        : NAMED_ENTITIES[name];
    if (character === undefined) throw new XmlError(`“${whole}” stands for no character`);
    return character;
  });
}

/** A character that XML may refer to. */
function characterOf(code: number): string | undefined {
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (!(code <= 0x10ffff) || isControl || isSurrogate || code === 0xfffe || code === 0xffff) return undefined;
  return String.fromCodePoint(code);
}

/** Resolves the `_x000B_` escapes of SpreadsheetML, after those of XML. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
