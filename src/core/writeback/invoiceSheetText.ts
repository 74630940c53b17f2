/** Column widths count digits of a font of this size. */
const COLUMN_FONT_SIZE = 11;
/** What a cell keeps free at its sides, in characters. */
const CELL_PADDING = 1.2;

const NARROW = /[ijlI.,:;'’|! ]/;
const SLIM = /[ftr()[\]{}/\\-]/;
const WIDE = /[A-ZÄÖÜw]/;
const WIDEST = /[mMW@%&—]/;
/** East Asian scripts and full-width forms take two digits. */
const DOUBLE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Estimated from above: a row that is a little too high does no harm, a cut line does. */
function characterWidth(character: string): number {
  if (DOUBLE.test(character) || character.length > 1) return 2;
  if (NARROW.test(character)) return 0.5;
  if (SLIM.test(character)) return 0.7;
  if (WIDEST.test(character)) return 1.7;
  return WIDE.test(character) ? 1.25 : 0.97;
}

/** The width of a text in digits of its font. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** A word that is longer than a line, in pieces that fit. */
function brokenWord(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && textWidth((piece + character).trimEnd()) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Lines that make the paragraph again when they are put together. */
function wrapParagraph(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of (paragraph.match(/\S+\s*|^\s+/g) ?? []).flatMap((part) => brokenWord(part, room))) {
    if (line !== "" && textWidth((line + word).trimEnd()) > room) {
      lines.push(line);
      line = word;
    } else line += word;
  }
  return [...lines, line];
}

/** The lines a text takes in a cell of that many characters when it wraps; line breaks are kept. */
export function wrapText(text: string, cellWidth: number, size: number): string[] {
  const room = ((cellWidth - CELL_PADDING) * COLUMN_FONT_SIZE) / size;
  return splitLines(text).flatMap((paragraph) => wrapParagraph(paragraph, room));
}

/** The height in points of that many lines; small type gets more air for its size, as Excel gives it. */
export function heightOfLines(count: number, size: number): number {
  return Math.ceil(count * (size * 1.15 + 2));
}

/** The width in characters of a column that shows this many digits; on a screen small ones are hardly narrower. */
export function columnWidthOf(digits: number, size: number): number {
  return Math.ceil(digits * Math.max(1, size / COLUMN_FONT_SIZE) + CELL_PADDING);
}

/** The lines of a text as typed. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
