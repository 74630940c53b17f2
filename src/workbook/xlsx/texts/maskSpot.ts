import type { PaymentCard } from "../../../core/api";
import type { XmlEdit } from "../../xml/xmlEdit";
import { decodeText } from "../../xml/xmlText";
import type { TextPiece, TextSpot } from "./textSpots";

/** A character as it is written: itself, a reference, or the two signs of one line end. */
const WRITTEN_CHARACTER = /&[^;]*;|\r\n|[^]/g;

/** Edits that put a star over characters of a piece, by their places in the text; all else stays as it is written. */
function* editsOfPiece(
  source: string,
  { start, end }: TextPiece,
  first: number,
  isMasked: (at: number) => boolean,
): Generator<XmlEdit, number> {
  let at = first;
  for (const { 0: written, index } of source.slice(start, end).matchAll(WRITTEN_CHARACTER)) {
    if (isMasked(at)) yield { start: start + index, end: start + index + written.length, text: "*" };
    at += decodeText(written).length;
  }
  return at;
}

/** Edits that mask the cards of a text in its part, digit by digit, whatever runs it is written in. */
export function maskEdits(source: string, spot: TextSpot, cards: readonly PaymentCard[]): XmlEdit[] {
  const starred = new Set<number>();
  for (const { start, masked } of cards)
    for (let offset = 0; offset < masked.length; offset++)
      if (masked[offset] === "*") starred.add(start + offset);
  const edits: XmlEdit[] = [];
  let offset = 0;
  for (const piece of spot.pieces) {
    const found = editsOfPiece(source, piece, offset, (at) => starred.has(at));
    for (let step = found.next(); ; step = found.next()) {
      if (step.done) {
        offset = step.value;
        break;
      }
      edits.push(step.value);
    }
  }
  return edits;
}
