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

/** In digits. */
const WIDEST_CHARACTER = 2;

/** Estimated from above: a row that is a little too high does no harm, a cut line does. */
function estimatedWidth(character: string): number {
  if (DOUBLE.test(character) || character.length > 1) return WIDEST_CHARACTER;
  if (NARROW.test(character)) return 0.5;
  if (SLIM.test(character)) return 0.7;
  if (WIDEST.test(character)) return 1.7;
  return WIDE.test(character) ? 1.25 : 0.97;
}

/** By character code: an invoice can have thousands of lines, and nearly all of their text is in here. */
const knownWidths = Float64Array.from({ length: 256 }, (_, code) =>
  estimatedWidth(String.fromCharCode(code)),
);

function characterWidth(character: string): number {
  return knownWidths[character.codePointAt(0)!] ?? estimatedWidth(character);
}

/** The width of a text in digits of its font; of one that is wider than `most` it is enough to know that. */
function textWidth(text: string, most = Infinity): number {
  let width = 0;
  for (let at = 0; at < text.length && width <= most; at++) {
    const known = knownWidths[text.charCodeAt(at)];
    if (known !== undefined) {
      width += known;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)!);
    width += estimatedWidth(character);
    at += character.length - 1;
  }
  return width;
}

/** Whether a text has room in one line; most of a register's are so short that nothing is measured. */
const fits = (text: string, room: number): boolean =>
  text.length * WIDEST_CHARACTER <= room || textWidth(text, room) <= room;

/** A word that is longer than a line, in pieces that fit; the space behind it needs no room. */
function brokenWord(word: string, room: number): string[] {
  if (fits(word, room)) return [word];
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  for (const character of word) {
    const added = characterWidth(character);
    if (piece !== "" && width + added > room && character.trim() !== "") {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += character;
    width += added;
  }
  return [...pieces, piece];
}

/** Where the lines of a paragraph end; with `most` of them the rest is left away. */
function lineEnds(paragraph: string, room: number, most: number): number[] {
  if (fits(paragraph, room)) return [paragraph.length];
  const ends: number[] = [];
  let start = 0;
  let at = 0;
  let width = 0;
  for (const part of paragraph.match(/\S+\s*|^\s+/g) ?? [])
    for (const word of brokenWord(part, room)) {
      if (at > start && width + textWidth(word.trimEnd()) > room) {
        ends.push(at);
        if (ends.length >= most) return ends;
        start = at;
        width = 0;
      }
      at += word.length;
      width += textWidth(word);
    }
  return [...ends, at];
}

/** The room of a cell, in digits of a column's width. */
const roomOf = (cellWidth: number, size: number) => ((cellWidth - CELL_PADDING) * COLUMN_FONT_SIZE) / size;

/** The lines a text takes in a cell of that many characters when it wraps; line breaks are kept. */
export function wrapText(text: string, cellWidth: number, size: number): string[] {
  const room = roomOf(cellWidth, size);
  return splitLines(text).flatMap((paragraph) => {
    const ends = lineEnds(paragraph, room, Infinity);
    return ends.map((end, index) => paragraph.slice(ends[index - 1] ?? 0, end));
  });
}

/** How many these are; who needs no more than `most` is spared the rest of a long text. */
export function countLines(text: string, cellWidth: number, size: number, most: number): number {
  const room = roomOf(cellWidth, size);
  let count = 0;
  for (const paragraph of splitLines(text)) {
    count += lineEnds(paragraph, room, most - count).length;
    if (count >= most) break;
  }
  return count;
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
export function splitLines(text: string): readonly string[] {
  if (!text.includes("\n") && !text.includes("\r")) return [text];
  return text.split(/\r\n|\r|\n/);
}
