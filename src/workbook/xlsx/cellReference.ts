/** The last row and column of a sheet, 0-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const LETTER_BITS = 31;
const DOLLAR = 36;
const ZERO = 48;

/** Digits of the row's number that are read; more are beyond the last row. */
const MOST_DIGITS = 7;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A reference such as D2 or $D$2; one is used again for every cell, because a sheet has millions. */
export class CellReference {
  /** 0-based; beyond the last where the reference is beyond it. */
  column = -1;
  row = -1;

  /** Reads `text` from `start` to `end`; false for what is no reference to a cell. */
  read(text: string, start: number, end: number): boolean {
    let at = text.charCodeAt(start) === DOLLAR ? start + 1 : start;
    let column = 0;
    for (; at < end && isLetter(text.charCodeAt(at)); at++)
      column = Math.min(column * 26 + (text.charCodeAt(at) & LETTER_BITS), LAST_COLUMN + 2);
    this.column = column - 1;
    if (text.charCodeAt(at) === DOLLAR && at < end) at++;
    this.row = readDigits(text, at, end) - 1;
    return column > 0 && this.row >= 0;
  }
}

/** A number of digits alone; -1 for anything else, and beyond every row where it has more digits than a row. */
export function readDigits(text: string, start: number, end: number): number {
  let number = 0;
  if (start >= end) return -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return -1;
    number = number * 10 + code - ZERO;
    if (at - start >= MOST_DIGITS) number = Math.max(number, LAST_ROW + 2);
  }
  return number;
}
