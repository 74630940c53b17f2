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
  let cells = xml;
  if (UNUSUAL.test(xml)) {
    cells = rules.reduce((rewritten, rule) => rule(rewritten), xml);
    if (UNPLACED.test(cells)) return placeCells(cells, counter);
  }
  const last = cells.lastIndexOf("<row ");
  if (last >= 0) counter.row = Number(/ r="(\d+)"/.exec(cells.slice(last))?.[1]);
  return cells;
}

const PLAIN_ROW_TAG = String.raw`row r="\d+"(?: (?!s=)[\w:]+="[^"]*")*\/?>`;
const PLAIN_CELL_TAG = String.raw`c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(?!d")\w+")?\/?>`;
/** Matches wherever one of the rules has something to do, or perhaps has. */
const UNUSUAL = new RegExp(
  String.raw`<(?:!|f|r>|rPh|\/(?:v|t|r|is)>\s|c(?=[\s>/])(?!${PLAIN_CELL_TAG.slice(1)})|row(?!${PLAIN_ROW_TAG.slice(3)}))|&(?:amp|#38);`,
);
const TAG = /<[^<>]+>/g;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^'"]*)')/g;
const FORMULA = String.raw`<f(?: [^>]*)?(?:\/>|>[^<]*<\/f>)\s*`;
const FORMULA_WITH_VALUE = new RegExp(String.raw`${FORMULA}(?=<v(?: [^>]*)?>[^<])`, "g");
const FORMULA_OF_EMPTY_TEXT = new RegExp(String.raw`(<c [^>]*t="str"[^>]*>)${FORMULA}(?=<v[ >/])`, "g");

/** In this order: the later ones count on the plain tags that the first ones make. */
const rules: readonly ((xml: string) => string)[] = [
  withoutCdata,
  (xml) => xml.replace(TAG, (tag) => tag.replace(ATTRIBUTE, plainAttribute)),
  // A cell without a style of its own would take its row's.
  (xml) => xml.replace(/(<row [^>]*?) s="\d+"/g, "$1"),
  // White space after a value would become part of a text.
  (xml) => xml.replace(/(<\/(?:v|t|r|is)>)\s+/g, "$1"),
  (xml) => xml.replace(/<is>([^]*?)<\/is>/g, (_, runs: string) => `<is>${plainRuns(runs)}</is>`),
  // A date in ISO 8601 would become the number of its year.
  (xml) => xml.replace(/(<c [^>]*)t="d"/g, '$1t="str"'),
  // Text in a cell would be decoded twice, and `&amp;lt;` become `<`.
  (xml) => xml.replace(/&(?:amp|#38);(?=(?:lt|gt|amp|apos|quot);)/g, "&amp;amp;"),
  // The result of a formula would be a number even if it is a boolean or an error. The formulas that are left
  // have no result.
  (xml) => xml.replace(FORMULA_WITH_VALUE, "").replace(FORMULA_OF_EMPTY_TEXT, "$1"),
];

function plainAttribute(_: string, name: string, double?: string, single?: string): string {
  return ` ${name}="${double ?? single ?? ""}"`;
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
