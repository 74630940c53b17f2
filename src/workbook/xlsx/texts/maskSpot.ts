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
  offset: number,
  isMasked: (place: number) => boolean,
): Generator<XmlEdit, number> {
  let place = offset;
  for (const { 0: written, index } of source.slice(start, end).matchAll(WRITTEN_CHARACTER)) {
    if (isMasked(place)) yield { start: start + index, end: start + index + written.length, text: "*" };
    place += decodeText(written).length;
  }
  return place;
}

/** Edits that mask the cards of a text in its part, digit by digit, whatever runs it is written in. */
export function maskEdits(source: string, spot: TextSpot, cards: readonly PaymentCard[]): XmlEdit[] {
  const starred = new Set<number>();
  for (const { start, masked } of cards)
    for (let place = 0; place < masked.length; place++) if (masked[place] === "*") starred.add(start + place);
  const edits: XmlEdit[] = [];
  let place = 0;
  for (const piece of spot.pieces) {
    const found = editsOfPiece(source, piece, place, (at) => starred.has(at));
    for (let step = found.next(); ; step = found.next()) {
      if (step.done) {
        place = step.value;
        break;
      }
      edits.push(step.value);
    }
  }
  return edits;
}
