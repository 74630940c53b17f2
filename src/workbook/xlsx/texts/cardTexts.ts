import type { FindCards, PaymentCard } from "../../../core/api";
import { decodeUtf8 } from "../../bytes/text";
import { finish, type Steps } from "../../bytes/steps";
import { PackageDraft } from "../../opc/packageDraft";
import { namingPart } from "../../opc/namingPart";
import { applyEdits, type XmlEdit } from "../../xml/xmlEdit";
import { escapeText } from "../../xml/xmlText";
import type { WorkbookPackage } from "../package/workbookPackage";
import { keepAsWorkbook } from "../write/workbookType";
import { maskEdits } from "./maskSpot";
import { textSpots, type TextSpot } from "./textSpots";

/** No card number has fewer digits. */
const FEWEST_DIGITS = 13;
/** Parts whose texts name, count or show parts of the file, and nothing that a person wrote. */
const NO_TEXTS = /(?:^|\/)_rels\/|^\[Content_Types\]\.xml$|\/calcChain\.xml$|\/styles\.xml$|\/theme\//i;
/** A number in exponents is shorter than what it means. */
const IN_EXPONENTS = /E\+?1[2-8]$/i;

const isLongEnough = (text: string): boolean => text.length >= FEWEST_DIGITS || IN_EXPONENTS.test(text);

/** A card number beside what stands in cells. */
export interface CardBeside extends Pick<PaymentCard, "masked" | "scheme"> {
  /** The sheet that it belongs to; empty for the whole workbook. */
  readonly sheet: string;
  /** The cell of a comment or formula; empty elsewhere. */
  readonly cell: string;
  /** comment, formula, or what element of which part it is: core.xml title. */
  readonly where: string;
}

const isCellValue = ({ element, cell }: TextSpot): boolean =>
  cell !== undefined && (element === "v" || element === "is");

/** A number as a cell shows it: 4.11E15 is written with all its digits. */
function numberText(written: string): string {
  const text = written.trim();
  const number = /^\d+$/.test(text) ? Number.NaN : Number(text);
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? String(number) : text;
}

const isNumber = ({ element, cell }: TextSpot): boolean =>
  element === "v" && (cell?.type === "" || cell?.type === "n");

/** Codes of headers and footers: the side that follows, font, size, colour. What stands behind one is no part of it. */
const PAGE_CODE = /&(?:K[0-9A-F]{6}|"[^"]*"|\d{1,3}|[A-Za-z&])/g;
const isPageText = ({ element }: TextSpot): boolean => /(?:Header|Footer)$/.test(element);

/** A text as cards are looked for in it; the places of its characters stay. */
function searchedText(spot: TextSpot): string {
  if (isNumber(spot)) return numberText(spot.text);
  return isPageText(spot) ? spot.text.replace(PAGE_CODE, (code) => " ".repeat(code.length)) : spot.text;
}

/** The texts of a part that hold cards, each with them. */
function* cardSpots(source: string, find: FindCards): Generator<readonly [TextSpot, PaymentCard[]]> {
  for (const spot of textSpots(source, isLongEnough)) {
    const cards = find(searchedText(spot));
    if (cards.length > 0) yield [spot, cards];
  }
}

/** A cell with a number becomes one with a text: stars are none. A formula stays, with its result as a text. */
function numberEdits(source: string, spot: TextSpot, [card]: readonly PaymentCard[]): XmlEdit[] {
  const { cell, pieces } = spot;
  const [piece] = pieces;
  if (!cell || !piece || !card) return [];
  const tag = source.slice(cell.start, cell.end).replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, "");
  const text = escapeText(card.masked);
  const isFormula = cell.hasFormula;
  const type = isFormula ? "str" : "inlineStr";
  const edits: XmlEdit[] = [
    { start: cell.start, end: cell.end, text: tag.replace(/\/?>$/, (end) => ` t="${type}"${end}`) },
  ];
  if (isFormula) return [...edits, { ...piece, text }];
  const open = source.lastIndexOf("<", piece.start - 1);
  const close = source.indexOf(">", piece.end) + 1;
  const prefix = /^<([\w.-]+:)?/.exec(source.slice(open, piece.start))?.[1] ?? "";
  const content = `<${prefix}is><${prefix}t>${text}</${prefix}t></${prefix}is>`;
  return [...edits, { start: open, end: close, text: content }];
}

/** Parts with texts of people, as sources, in the order of the package. */
function* textParts(draft: PackageDraft): Generator<readonly [string, string]> {
  for (const part of draft.partsOf(/\.xml$/i))
    if (!NO_TEXTS.test(part)) yield [part, decodeUtf8(finish(draft.plainBytes(part)))];
}

/** The sheet that each part belongs to: its own, and those that it leads to. */
function sheetsOfParts({ parts, sheets }: WorkbookPackage): ReadonlyMap<string, string> {
  const sheetOf = new Map<string, string>();
  for (const { name, partName } of sheets) {
    sheetOf.set(partName, name);
    for (const { part } of parts.relationships(partName).all) if (part) sheetOf.set(part, name);
  }
  return sheetOf;
}

function whereOf(part: string, { element, cell }: TextSpot): string {
  if (/comments?\d*\.xml$/i.test(part)) return "comment";
  if (cell && element === "f") return "formula";
  return `${part.slice(part.lastIndexOf("/") + 1)} ${element}`;
}

/**
 * The card numbers of a workbook that do not stand in cells as their values: in comments, properties, formulas, drawings,
 * rules and pivot tables. `inCells` are those that do, which the table of texts repeats.
 */
export function cardsBeside(
  source: WorkbookPackage,
  find: FindCards,
  inCells: ReadonlySet<string>,
): CardBeside[] {
  const sheetOf = sheetsOfParts(source);
  const found: CardBeside[] = [];
  for (const [part, text] of textParts(new PackageDraft(source.parts))) {
    for (const [spot, cards] of namingPart(part, () => [...cardSpots(text, find)])) {
      if (isCellValue(spot)) continue;
      for (const { masked, scheme } of cards) {
        if (part === source.sharedStringsPart && inCells.has(masked)) continue;
        const sheet = sheetOf.get(part) ?? "";
        found.push({ sheet, cell: spot.cell?.reference ?? "", where: whereOf(part, spot), masked, scheme });
      }
    }
  }
  return found;
}

function* maskParts(source: WorkbookPackage, find: FindCards): Steps<Uint8Array> {
  const draft = new PackageDraft(source.parts);
  keepAsWorkbook(draft, source.format);
  for (const [part, text] of textParts(draft)) {
    const edits = namingPart(part, () => [...cardSpots(text, find)]).flatMap(([spot, cards]) =>
      isNumber(spot) ? numberEdits(text, spot, cards) : maskEdits(text, spot, cards),
    );
    if (edits.length > 0) draft.rewrite(part, applyEdits(text, edits));
    yield;
  }
  return yield* draft.toZip();
}

/** The workbook as a file in which every card number is masked, wherever it stands; nothing else changes. */
export function maskCards(source: WorkbookPackage, find: FindCards): Uint8Array {
  return finish(maskParts(source, find));
}
