import { cellNumber } from "./cellNumber";
import { latin1Text } from "../../../core/api";

// Small steps over XML as most programs write it. A place that is not found is -1.

export const SPACE = 32;
export const QUOTE = 34;
const AMPERSAND = 38;
const MINUS = 45;
const POINT = 46;
export const SLASH = 47;
const ZERO = 48;
const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
const GREATER = 62;
const UNDERSCORE = 95;
const SMALL_X = 120;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;

/** A whole number of so many digits, divided by a power of ten, is the nearest double to what is written. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const MOST_INDEX_DIGITS = 9;

const isDigit = (byte: number): boolean => byte >= ZERO && byte < ZERO + 10;
const isNameByte = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || isDigit(byte) || byte === COLON;

/** Behind a word of ASCII that is at a place. */
export function behindWord(bytes: Uint8Array, at: number, word: Uint8Array): number {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return -1;
  return at + word.length;
}

/** Behind blanks and line ends; there may be none. */
export function behindBlanks(bytes: Uint8Array, at: number): number {
  let end = at;
  for (let byte = bytes[end]; ; byte = bytes[++end])
    if (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB) return end;
}

/** Behind the opening quote of ` name="`. */
export function behindAttributeName(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== SPACE) return -1;
  let end = at + 1;
  while (isNameByte(bytes[end]!)) end++;
  return end > at + 1 && bytes[end] === EQUALS && bytes[end + 1] === QUOTE ? end + 2 : -1;
}

/** The closing quote of a value. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  for (let end = at; end < bytes.length; end++) {
    if (bytes[end] === QUOTE) return end;
    if (bytes[end] === LESS) return -1;
  }
  return -1;
}

/** The `<` behind a text that is written with its own characters alone. */
export function endOfPlainText(bytes: Uint8Array, at: number): number {
  for (let end = at; end < bytes.length; end++) {
    const byte = bytes[end]!;
    if (byte === LESS) return end;
    if (byte === AMPERSAND || byte === RETURN) return -1;
    if (byte === UNDERSCORE && bytes[end + 1] === SMALL_X) return -1;
  }
  return -1;
}

/** Behind the bracket of a tag whose attributes are over. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === GREATER) return at + 1;
  return bytes[at] === SLASH && bytes[at + 1] === GREATER ? at + 2 : -1;
}

/** A whole number, written with its digits alone, of no more than an index has; else -1. */
export function indexAt(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end || end - at > MOST_INDEX_DIGITS) return -1;
  let number = 0;
  for (let place = at; place < end; place++) {
    if (!isDigit(bytes[place]!)) return -1;
    number = number * 10 + bytes[place]! - ZERO;
  }
  return number;
}

/** Reads numbers that are written up to a `<`. */
export class PlainNumber {
  value = NaN;
  /** Where the number ends. */
  end = 0;

  /** Reads a whole number of digits alone, of no more than an index has; whether there is one. */
  readIndex(bytes: Uint8Array, start: number): boolean {
    let value = 0;
    let at = start;
    for (let byte = bytes[at]!; isDigit(byte); byte = bytes[++at]!) value = value * 10 + byte - ZERO;
    this.value = value;
    this.end = at;
    return at > start && at - start <= MOST_INDEX_DIGITS;
  }

  /** Reads a number as `cellNumber` reads its text; whether there is one. */
  read(bytes: Uint8Array, start: number): boolean {
    const isNegative = bytes[start] === MINUS;
    let whole = 0;
    let digits = 0;
    let point = -1;
    let at = isNegative ? start + 1 : start;
    for (let byte = bytes[at]!; byte !== LESS; byte = bytes[++at]!) {
      if (isDigit(byte)) {
        whole = whole * 10 + byte - ZERO;
        digits++;
      } else if (byte === POINT && point < 0) point = at;
      else if (at < bytes.length) digits = Infinity;
      else return false;
    }
    this.end = at;
    if (digits === 0 || digits > EXACT_DIGITS) this.value = cellNumber(latin1Text(bytes, start, at));
    else {
      const number = point < 0 ? whole : whole / POWERS[at - point - 1]!;
      this.value = isNegative ? -number : number;
    }
    return !Number.isNaN(this.value);
  }
}
