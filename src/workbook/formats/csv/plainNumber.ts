const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;
/** Up to here a decimal and its double stand for each other, one to one. */
const MOST_DIGITS = 15;

/**
 * The value of a text of UTF-8 from `start` to `end` if that is how a program writes the number, so that the text can be had back
 * from it: digits without leading zeros, perhaps a minus and a fraction without zeros at its end. NaN for anything else,
 * such as 007, 2.10, -0, +1, 1e5, .5 or 1,000, and for a fraction unless `takesPoint`.
 */
export function plainNumber(text: Uint8Array, start: number, end: number, takesPoint: boolean): number {
  const negative = text[start] === MINUS;
  const first = negative ? start + 1 : start;
  let digits = 0;
  let point = -1;
  for (let index = first; index < end; index++) {
    const code = text[index]!;
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === POINT && point < 0 && takesPoint) point = index;
    else return NaN;
  }
  const wholeEnd = point < 0 ? end : point;
  const decimals = point < 0 ? 0 : end - point - 1;
  const hasLeadingZero = wholeEnd - first > 1 && text[first] === ZERO;
  const endsInZero = point >= 0 && text[end - 1] === ZERO;
  if (wholeEnd === first || point === end - 1 || hasLeadingZero || endsInZero) return NaN;
  if (wholeEnd - first + decimals > MOST_DIGITS || (negative && digits === 0)) return NaN;
  // Both are whole and exact, so their quotient is the double nearest to the decimal.
  const value = digits / 10 ** decimals;
  return negative ? -value : value;
}
