const isPartOfNumber = (code: number): boolean =>
  // Digits, + - . and the e of an exponent: what Number takes besides, such as 0x1F or Infinity, has other letters.
  (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 43 || code === 101 || code === 69;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** The number that a cell's value is; NaN for anything else, such as nothing but blanks or two numbers. */
export function cellNumber(written: string): number {
  let digits = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (isPartOfNumber(code)) digits++;
    else if (!isSpace(code)) return NaN;
  }
  // A blank within makes NaN of the whole; blanks alone would be 0.
  return digits === 0 ? NaN : Number(written);
}
