import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import { indexOfBytes } from "../../bytes/bytes";
import { parseXml, type XmlElement } from "../../xml/xml";
import { applyEdits, removeElement, replaceContent, setAttribute, type XmlEdit } from "../../xml/xmlEdit";
import { escapeMarkup } from "../../xml/xmlText";
import { findLastRows, type RowStart } from "../write/lastRows";
import { PlanError } from "../write/planError";
import {
  cutWorksheet,
  editHead,
  editTail,
  joinWorksheet,
  parseTail,
  type WorksheetPieces,
} from "../write/worksheetPieces";
import { withMovedFormulas } from "./formulaElements";
import { movedReferences, movedRow, type RowInsertion } from "./rowInsertion";

const MOST_ROWS = 1_048_576;
const AREA_ATTRIBUTES = ["ref", "sqref", "activeCell"];

/** An element and all below it. */
function* withDescendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* withDescendants(child);
}

/** Areas that attributes name (merged cells, links, filters, rules), those of later schemas, and breaks between pages. */
export function areaEdits(root: XmlElement, insertion: RowInsertion): XmlEdit[] {
  const edits: XmlEdit[] = [];
  for (const element of withDescendants(root)) {
    for (const name of AREA_ATTRIBUTES) {
      const written = element.attribute(name);
      if (written === undefined) continue;
      const moved = movedReferences(written, insertion);
      if (moved !== written) edits.push(setAttribute(element, name, moved));
    }
    if (element.name === "sqref")
      edits.push(replaceContent(element, escapeMarkup(movedReferences(element.text, insertion))));
    for (const pageBreak of element.name === "rowBreaks" ? element.children : []) {
      const row = Number(pageBreak.attribute("id"));
      edits.push(setAttribute(pageBreak, "id", String(movedRow(row, insertion))));
    }
  }
  return edits;
}

/**
 * One row, some rows further down: its number, and those of its cells. What its formulas came to was true without the
 * rows that come in; it goes, and whoever opens the workbook calculates it.
 */
function movedRowXml(xml: string, row: number): string {
  const element = parseXml(xml);
  const number = String(row + 1);
  const edits = [setAttribute(element, "r", number)];
  for (const cell of element.childrenNamed("c")) {
    const address = cell.attribute("r");
    if (address !== undefined) edits.push(setAttribute(cell, "r", address.replace(/\d+$/, number)));
    const value = cell.child("f") && cell.child("v");
    if (value) edits.push(removeElement(value));
  }
  return applyEdits(xml, edits);
}

function* movedRows(
  pieces: WorksheetPieces,
  starts: readonly RowStart[],
  insertion: RowInsertion,
): Steps<string> {
  const moved: string[] = [];
  for (const [index, { row, offset }] of starts.entries()) {
    const to = movedRow(row, insertion);
    if (to >= MOST_ROWS)
      throw new PlanError(
        `The sheet "${insertion.sheet}" has no room for the rows that are to come into it.`,
      );
    const xml = decodeUtf8(pieces.rows.subarray(offset, starts[index + 1]?.offset));
    const position = { sheet: insertion.sheet, isBelow: true };
    moved.push(withMovedFormulas(movedRowXml(xml, to), position, insertion));
    if (index % 1000 === 0) yield;
  }
  return moved.join("");
}

/** The rows above, byte for byte where none of them has a formula. */
function rowsAbove(pieces: WorksheetPieces, end: number | undefined, insertion: RowInsertion): Uint8Array {
  const rows = pieces.rows.subarray(0, end);
  const tag = `<${pieces.prefix}f`;
  if ([">", " "].every((after) => indexOfBytes(rows, encodeUtf8(tag + after)) < 0)) return rows;
  const position = { sheet: insertion.sheet, isBelow: false };
  return encodeUtf8(withMovedFormulas(decodeUtf8(rows), position, insertion));
}

/** The worksheet part with an empty gap, into which rows can be written as if they came at the end. */
export function* moveSheetRows(part: Uint8Array, insertion: RowInsertion): Steps<Uint8Array> {
  const pieces = cutWorksheet(part);
  if (pieces === undefined) throw new PlanError(`The sheet "${insertion.sheet}" has no rows to add to.`);
  const starts = yield* findLastRows(pieces.rows, pieces.prefix, insertion.row);
  const below = yield* movedRows(pieces, starts, insertion);
  const above = rowsAbove(pieces, starts[0]?.offset, insertion);
  const position = { sheet: insertion.sheet, isBelow: false };
  const head = editHead(pieces, (root) => areaEdits(root, insertion));
  const root = parseTail(pieces);
  const tail = editTail(root, areaEdits(root, insertion));
  const rules = withMovedFormulas(tail, position, insertion);
  return yield* joinWorksheet({ ...pieces, head, tail: rules }, [above, encodeUtf8(below)]);
}
