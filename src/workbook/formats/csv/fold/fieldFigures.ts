import { parseNumberText } from "../../../../core/api";

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;
const COMMA = 44;
const SPACE = 32;
const MOST_DIGITS = 15;
/** Quantities are added as integers of a millionth below this, which a cell shows exactly. */
export const MOST_SCALED = 1e15;
const SCALE_DIGITS = 6;
const POWERS = Array.from({ length: MOST_DIGITS }, (_, power) => 10 ** power);

function withoutZeros(digits: number): number {
  let rest = digits;
  while (rest !== 0 && rest % 10 === 0) rest /= 10;
  return rest;
}

/** The same of a number as any text writes it: 1234 of 1,234 and of 1.2340e3; undefined of what is none. */
export function digitsOfText(text: string): number | undefined {
  const read = parseNumberText(text);
  if (read.kind === "none") return undefined;
  const value = read.kind === "number" ? read.value : read.comma;
  return withoutZeros(Number(value.toFixed().replace(".", "")));
}

/** A plain decimal in the bytes of a field; kept as an object for the length of a file. */
export class FigureReader {
  /** Integer of a millionth, or of one where `isWhole`. */
  value = 0;
  /** Too large for millionths, and without decimals. */
  isWhole = false;
  /** How it is written: 0 without decimals, else by their sign, and apart where it may as well part thousands, as in 1.500. */
  notation = 0;
  /** Of one of them a point was taken for the decimal sign, as in 1.234, which is a thousand where a column shows decimal commas. */
  hasGrouped = false;
  /** One of them has decimals behind a point, and no zero at their end: a cell that is a number. */
  hasFraction = false;
  private written = 0;

  constructor(private readonly takesPoint: boolean) {}

  /** Its digits without the sign of its decimals and zeros at the end: 25 of 2.50, -1234 of -1.234. */
  get digits(): number {
    return withoutZeros(this.written);
  }

  /** Whether a field is a decimal that can mean one thing only and fits; 12.50 is 12,500,000 millionths. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    let [start, end] = [from, to];
    while (start < end && bytes[start] === SPACE) start++;
    while (end > start && bytes[end - 1] === SPACE) end--;
    // Behind an empty field of a table its neighbour follows at once.
    const isNegative = start < end && bytes[start] === MINUS;
    if (isNegative) start++;
    let digits = 0;
    let mark = -1;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte >= ZERO && byte <= NINE) digits = digits * 10 + (byte - ZERO);
      else if ((byte === POINT || byte === COMMA) && mark < 0) mark = at;
      else return false;
    }
    const wholeDigits = (mark < 0 ? end : mark) - start;
    const decimals = mark < 0 ? 0 : end - mark - 1;
    const sign = mark < 0 ? 0 : bytes[mark]!;
    if (wholeDigits === 0 || mark === end - 1 || wholeDigits + decimals > MOST_DIGITS) return false;
    // 1.234 between semicolons, or 1,234.
    const looksGrouped = decimals === 3 && wholeDigits <= 3 && bytes[start] !== ZERO;
    if (looksGrouped && !(sign === POINT && this.takesPoint)) return false;
    this.notation = looksGrouped ? -sign : sign;
    this.written = isNegative ? -digits : digits;
    const fits = this.scale(this.written, decimals);
    this.hasGrouped ||= looksGrouped && fits;
    this.hasFraction ||= fits && sign === POINT && bytes[end - 1] !== ZERO;
    return fits;
  }

  private scale(digits: number, decimals: number): boolean {
    const scaled =
      decimals <= SCALE_DIGITS
        ? digits * POWERS[SCALE_DIGITS - decimals]!
        : digits / POWERS[decimals - SCALE_DIGITS]!;
    this.isWhole = decimals === 0 && Math.abs(scaled) >= MOST_SCALED;
    this.value = this.isWhole ? digits : scaled;
    return Number.isInteger(this.value) && Math.abs(this.value) < MOST_SCALED;
  }
}
