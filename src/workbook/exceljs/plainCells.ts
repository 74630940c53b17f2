import { columnName } from "../../core/api";
import { plainRuns } from "./plainRuns";
import { withoutCdata } from "./xmlPieces";

/** The number of the last row, carried from piece to piece of a sheet. */
export interface RowCounter {
  row: number;
}

/**
 * Rewrites the cells that exceljs reads wrongly into cells that it reads right. Most pieces have none of them,
 * and one look for anything unusual tells.
 */
export function plainCells(xml: string, counter: RowCounter): string {
  if (!UNUSUAL.test(xml)) return countRows(withoutFormulas(xml), counter);
  let cells = xml;
  for (const { where, rewrite } of rules) if (where.test(cells)) cells = rewrite(cells);
  cells = withoutFormulas(cells);
  return UNPLACED.test(cells) ? placeCells(cells, counter) : countRows(cells, counter);
}

const PLAIN_ROW_TAG = String.raw`<row r="\d+"(?: (?!s=)[\w:]+="[^"]*")*\/?>`;
const PLAIN_CELL_TAG = String.raw`<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(?!d")\w+")?\/?>`;
const TWICE_ESCAPED = "&(?:amp|#38);(?=(?:lt|gt|amp|apos|quot);)";
/** Matches wherever one of the rules has something to do. */
const UNUSUAL = new RegExp(
  String.raw`<(?:!|r>|rPh|\/(?:v|t|r|is)>\s)|(?!${PLAIN_ROW_TAG}|${PLAIN_CELL_TAG})<(?:row|c)[\s/>]|${TWICE_ESCAPED}`,
);
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^'"]*)')/g;

interface Rule {
  readonly where: RegExp;
  readonly rewrite: (xml: string) => string;
}

/** In this order: the later ones count on the plain tags that the first ones make. */
const rules: readonly Rule[] = [
  { where: /<!/, rewrite: withoutCdata },
  {
    // The rules below look for attributes as nearly all writers write them.
    where: /=\s*'|=\s+"|\s=|<(?:row|c)[\t\r\n]/,
    rewrite: (xml) => xml.replace(/<[^<>]+>/g, (tag) => tag.replace(ATTRIBUTE, plainAttribute)),
  },
  {
    // A cell without a style of its own would take its row's.
    where: /<row [^>]* s="/,
    rewrite: (xml) => xml.replace(/(<row [^>]*?) s="\d+"/g, "$1"),
  },
  {
    // White space after a value would become part of a text.
    where: /<\/(?:v|t|r|is)>\s/,
    rewrite: (xml) => xml.replace(/(<\/(?:v|t|r|is)>)\s+/g, "$1"),
  },
  {
    where: /<r(?:>|Ph)/,
    rewrite: (xml) => xml.replace(/<is>([^]*?)<\/is>/g, (_, runs: string) => `<is>${plainRuns(runs)}</is>`),
  },
  {
    // A date in ISO 8601 would become the number of its year.
    where: / t="d"/,
    rewrite: (xml) => xml.replace(/(<c [^>]*)t="d"/g, '$1t="str"'),
  },
  {
    // Text in a cell would be decoded twice, and `&amp;lt;` become `<`.
    where: new RegExp(TWICE_ESCAPED),
    rewrite: (xml) => xml.replace(new RegExp(TWICE_ESCAPED, "g"), "&amp;amp;"),
  },
];

function plainAttribute(_: string, name: string, double?: string, single?: string): string {
  return ` ${name}="${double ?? single ?? ""}"`;
}

const FORMULA = String.raw`<f(?: [^>]*)?(?:\/>|>[^<]*<\/f>)\s*`;
const FORMULA_WITH_VALUE = new RegExp(String.raw`${FORMULA}(?=<v(?: [^>]*)?>[^<])`, "g");
const FORMULA_OF_EMPTY_TEXT = new RegExp(String.raw`(<c [^>]*t="str"[^>]*>)${FORMULA}(?=<v[ >/])`, "g");

/**
 * Leaves out the formulas that have a result, for exceljs would take a boolean for a number and an error for none.
 * The cells that are formulas still have no result.
 */
function withoutFormulas(xml: string): string {
  if (!xml.includes("<f")) return xml;
  const rest = xml.replace(FORMULA_WITH_VALUE, "");
  return rest.includes("<f") ? rest.replace(FORMULA_OF_EMPTY_TEXT, "$1") : rest;
}

/** Keeps the counter right in pieces that need none, for one that does. */
function countRows(xml: string, counter: RowCounter): string {
  const last = xml.lastIndexOf("<row ");
  if (last >= 0) counter.row = Number(/ r="(\d+)"/.exec(xml.slice(last))?.[1]);
  return xml;
}

const UNPLACED = /<(?:row|c)(?=[\s/>])(?! r=")/;
const ROW_OR_CELL = /<(row|c)(?=[\s/>])([^>]*)/g;

/** Gives rows and cells their references where they are left out: each comes right after the one before it. */
function placeCells(xml: string, counter: RowCounter): string {
  let column = 0;
  return xml.replace(ROW_OR_CELL, (tag, element: string, attributes: string) => {
    const reference = / r="([A-Z]*)(\d+)"/.exec(attributes);
    if (element === "row") {
      counter.row = reference === null ? counter.row + 1 : Number(reference[2]);
      column = 0;
      return reference === null ? `<row r="${String(counter.row)}"${attributes}` : tag;
    }
    column = reference === null ? column + 1 : columnNumber(reference[1]!);
    if (reference !== null) return tag;
    return `<c r="${columnName(column - 1)}${String(counter.row)}"${attributes}`;
  });
}

/** A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index++) number = number * 26 + letters.charCodeAt(index) - 64;
  return number;
}
