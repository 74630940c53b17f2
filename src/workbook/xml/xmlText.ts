const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Most cells need no escape, and one look tells. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[\u0000-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGAL_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Also before a character that becomes an escape, whose underscore would complete this one. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
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

/** Resolves the entities of XML. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));/g, (whole, hex, decimal, name) => {
    if (typeof name === "string") return NAMED_ENTITIES[name] ?? whole;
    const code = typeof hex === "string" ? parseInt(hex, 16) : parseInt(String(decimal), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Resolves the `_x000B_` escapes of SpreadsheetML, after those of XML. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
