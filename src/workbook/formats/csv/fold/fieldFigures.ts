import { millisecondOfTime, parseNumberText, timeOfSeconds } from "../../../../core/api";

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const COMMA = 44;
const COLON = 58;
const SLASH = 47;
const SPACE = 32;
const MOST_DIGITS = 15;
/** Quantities are added as integers of a millionth below this, which a cell shows exactly. */
export const MOST_SCALED = 1e15;
const SCALE_DIGITS = 6;
const YEAR_DIGITS = 4;
const POWERS = Array.from({ length: MOST_DIGITS }, (_, power) => 10 ** power);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

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
  /** Its digits without the sign of its decimals and zeros at the end: 25 of 2.50, -1234 of -1.234. */
  digits = 0;
  /** The sign of its decimals; 0 without one. */
  sign = 0;
  /** A point was taken for its decimal sign, as in 1.234, which is a thousand where a column shows decimal commas. */
  looksGrouped = false;

  constructor(private readonly takesPoint: boolean) {}

  /** Whether a field is a decimal that can mean one thing only and fits; 12.50 is 12,500,000 millionths. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    let [start, end] = [from, to];
    while (start < end && bytes[start] === SPACE) start++;
    while (end > start && bytes[end - 1] === SPACE) end--;
    const isNegative = bytes[start] === MINUS;
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
    this.sign = mark < 0 ? 0 : bytes[mark]!;
    if (wholeDigits === 0 || mark === end - 1 || wholeDigits + decimals > MOST_DIGITS) return false;
    if (this.readsBothWays(wholeDigits, decimals, bytes[start]!)) return false;
    this.digits = withoutZeros(isNegative ? -digits : digits);
    return this.scale(isNegative ? -digits : digits, decimals);
  }

  /** 1.234 between semicolons, or 1,234. */
  private readsBothWays(wholeDigits: number, decimals: number, first: number): boolean {
    this.looksGrouped = decimals === 3 && wholeDigits <= 3 && first !== ZERO;
    return this.looksGrouped && !(this.sign === POINT && this.takesPoint);
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

/** A number of one or two digits; -1 for anything else. */
function pair(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 1 || end - start > 2 || !isDigit(bytes[start])) return -1;
  if (end - start === 1) return bytes[start]! - ZERO;
  return isDigit(bytes[start + 1]) ? (bytes[start]! - ZERO) * 10 + bytes[start + 1]! - ZERO : -1;
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 2;

/** Whether a month of a year has a day. */
function isDayOf(month: number, day: number, year: number): boolean {
  if (day < 1 || !(day <= (DAYS_OF_MONTHS[month - 1] ?? 0))) return false;
  if (month !== FEBRUARY || day < 29) return true;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * A day as a number that is the same whichever of month and day comes first: 03/04/2026 may be the day of 2026-04-03 and
 * of 2026-03-04, and what decides it is not known while a file is read.
 */
export const dayMark = (year: number, one: number, other: number): number =>
  (year * 100 + Math.min(one, other)) * 100 + Math.max(one, other);

/** A day in the bytes of a field, with or without a time that goes with it. */
export class DayReader {
  /** Where the day ends in the field. */
  end = 0;
  /** Its year, month and day in the order in which days are told apart, see `dayMark`. */
  mark = 0;
  /** Of the time of day. */
  milliseconds = 0;

  /** Whether the field is a day, or one and a time, so that its day can be told apart; otherwise its text is all there is. */
  read(bytes: Uint8Array, start: number, to: number): boolean {
    let end = to;
    while (end > start && bytes[end - 1] === SPACE) end--;
    this.mark = this.milliseconds = 0;
    let at = start;
    let numbers = 0;
    let sign = 0;
    let groupStart = start;
    let first = 0;
    let second = 0;
    let firstEnd = start;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (isDigit(byte)) continue;
      if (!this.isSign(byte) || (sign !== 0 && byte !== sign) || at === groupStart || numbers === 2) break;
      if (numbers === 0) firstEnd = at;
      sign = byte;
      const number = this.numberOf(bytes, groupStart, at);
      if (numbers === 0) first = number;
      else second = number;
      numbers++;
      groupStart = at + 1;
    }
    if (numbers < 2 || at === groupStart) return false;
    const last = this.numberOf(bytes, groupStart, at);
    if (firstEnd - start === YEAR_DIGITS) {
      if (!isDayOf(second, last, first)) return false;
      this.mark = dayMark(first, second, last);
    } else {
      if (!isDayOf(first, second, last) && !isDayOf(second, first, last)) return false;
      this.mark = dayMark(last < 100 ? 2000 + last : last, first, second);
    }
    this.end = at;
    return at === end || this.readTime(bytes, at, end);
  }

  private isSign(byte: number): boolean {
    return byte === MINUS || byte === SLASH || byte === POINT;
  }

  private numberOf(bytes: Uint8Array, start: number, end: number): number {
    let number = 0;
    for (let at = start; at < end; at++) number = number * 10 + bytes[at]! - ZERO;
    return number;
  }

  /** T10:15, 10:15:30.5, 10:15Z; false for what is no time of a day. */
  private readTime(bytes: Uint8Array, at: number, end: number): boolean {
    if (bytes[at] !== SPACE && bytes[at] !== 0x54) return false;
    const hourEnd = bytes[at + 2] === COLON ? at + 2 : at + 3;
    if (bytes[hourEnd] !== COLON) return false;
    const hour = pair(bytes, at + 1, hourEnd);
    const minute = pair(bytes, hourEnd + 1, hourEnd + 3);
    let next = hourEnd + 3;
    let second = 0;
    let fraction = 0;
    if (bytes[next] === COLON) {
      second = pair(bytes, next + 1, next + 3);
      next += 3;
      if (bytes[next] === POINT) {
        const first = next + 1;
        for (next = first; isDigit(bytes[next]) && next < end; next++) {
          fraction += (bytes[next]! - ZERO) * 10 ** (2 - (next - first));
        }
        if (next === first || next - first > 9) return false;
      }
    }
    if (next > end || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return false;
    this.milliseconds = millisecondOfTime(
      timeOfSeconds(hour * 3600 + minute * 60 + second + fraction / 1000),
    );
    return next === end || this.isZone(bytes, next, end);
  }

  /** Z, +02:00: where the clock hung. */
  private isZone(bytes: Uint8Array, at: number, end: number): boolean {
    const byte = bytes[at];
    if (byte === 0x5a || byte === 0x7a) return at + 1 === end;
    if (byte !== PLUS && byte !== MINUS) return false;
    if (pair(bytes, at + 1, at + 3) < 0) return false;
    if (at + 3 === end) return true;
    const minutes = bytes[at + 3] === COLON ? at + 4 : at + 3;
    return minutes + 2 === end && pair(bytes, minutes, end) >= 0;
  }
}
