const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;
/** Up to here a decimal and its double stand for each other, one to one. */
const MOST_DIGITS = 15;

/**
 * The value of `text` from `start` to `end` if that is a decimal as programs write it and reads back as the same text:
 * digits without leading zeros, perhaps a minus and a fraction. NaN for anything else, such as 007, +1, 1e5, .5, 1,000,
 * 2.10, which is no number where it is an id, and 1.500 where a point may stand between thousands.
 */
export function plainNumber(text: string, start: number, end: number, isPointDecimal = true): number {
  const negative = text.charCodeAt(start) === MINUS;
  const first = negative ? start + 1 : start;
  let digits = 0;
  let point = -1;
  for (let index = first; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === POINT && point < 0) point = index;
    else return NaN;
  }
  const wholeEnd = point < 0 ? end : point;
  const decimals = point < 0 ? 0 : end - point - 1;
  const hasLeadingZero = wholeEnd - first > 1 && text.charCodeAt(first) === ZERO;
  if (wholeEnd === first || point === end - 1 || hasLeadingZero) return NaN;
  if (wholeEnd - first + decimals > MOST_DIGITS) return NaN;
  const endsInZero = decimals > 0 && text.charCodeAt(end - 1) === ZERO;
  if (endsInZero || (decimals === 3 && !isPointDecimal)) return NaN;
  // Both are whole and exact, so their quotient is the double nearest to the decimal.
  const value = digits / 10 ** decimals;
  return negative ? 0 - value : value;
}
