import { millisecondOfTime, timeOfSeconds } from "../../../../core/api";
import { areSame } from "./fieldCodes";

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const COLON = 58;
const SLASH = 47;
const SPACE = 32;
const YEAR_DIGITS = 4;
const T = 0x54;
/** Characters of T10:15:30. */
const CLOCK = 9;
const LONGEST_DAY = 32;
const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 2;
/** Years that usage may be of; any other date is a fault, which names all of its text. */
const YEARS = { first: 1990, last: 2099 };

/** Whether a month of a year has a day. */
function isDayOf(month: number, day: number, year: number): boolean {
  if (year < YEARS.first || year > YEARS.last) return false;
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

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;
const isSign = (byte: number): boolean => byte === MINUS || byte === SLASH || byte === POINT;
/** A byte of a text, 0 behind its end. */
const byteAt = (text: DataView, at: number): number => (at < text.byteLength ? text.getUint8(at) : 0);

/** A number of one or two digits; -1 for anything else. */
function pair(text: DataView, start: number, end: number): number {
  if (end - start < 1 || end - start > 2 || !isDigit(byteAt(text, start))) return -1;
  const first = byteAt(text, start) - ZERO;
  if (end - start === 1) return first;
  const second = byteAt(text, start + 1);
  return isDigit(second) ? first * 10 + second - ZERO : -1;
}

/** Two digits as a number; above 99 where one of them is none. */
function twoDigits(text: DataView, at: number): number {
  const [tens, ones] = [text.getUint8(at) - ZERO, text.getUint8(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

function numberOf(text: DataView, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + text.getUint8(at) - ZERO;
  return number;
}

/** A day in the bytes of a field, with or without a time that goes with it. */
export class DayReader {
  /** Where the day ends in the field. */
  end = 0;
  /** Its year, month and day in the order in which days are told apart, see `dayMark`; 0 where it is none. */
  mark = 0;
  private seconds = 0;
  /** The day before, as it was written: most rows are of the same. */
  private readonly last = new DataView(new ArrayBuffer(LONGEST_DAY));
  private lastSize = 0;
  private lastMark = 0;

  /** Of the time of day. */
  get milliseconds(): number {
    return millisecondOfTime(timeOfSeconds(this.seconds));
  }

  /** Whether the field is a day, or one and a time, so that its day can be told apart; otherwise its text is all there is. */
  read(text: DataView, start: number, to: number): boolean {
    let end = to;
    while (end > start && text.getUint8(end - 1) === SPACE) end--;
    this.mark = this.seconds = 0;
    if (!this.isLast(text, start, end)) {
      const dayEnd = this.readDay(text, start, end);
      if (dayEnd < 0) return false;
      this.end = dayEnd;
      this.keep(text, start);
    }
    return this.end === end || this.readClock(text, this.end, end) || this.readTime(text, this.end, end);
  }

  /** T10:15:30 and nothing behind it, as most are. */
  private readClock(text: DataView, at: number, end: number): boolean {
    if (end - at !== CLOCK || text.getUint8(at + 3) !== COLON || text.getUint8(at + 6) !== COLON)
      return false;
    const sign = text.getUint8(at);
    const hour = twoDigits(text, at + 1);
    const minute = twoDigits(text, at + 4);
    const second = twoDigits(text, at + 7);
    if ((sign !== SPACE && sign !== T) || !(hour <= 23 && minute <= 59 && second <= 59)) return false;
    this.seconds = hour * 3600 + minute * 60 + second;
    return true;
  }

  /** Whether the field begins with the same day as the one before. */
  private isLast(text: DataView, start: number, end: number): boolean {
    const { last, lastSize } = this;
    const after = start + lastSize;
    if (lastSize === 0 || after > end || !areSame(last, 0, text, start, lastSize)) return false;
    if (after < end && isDigit(text.getUint8(after))) return false;
    this.end = after;
    this.mark = this.lastMark;
    return true;
  }

  private keep(text: DataView, start: number): void {
    const size = this.end - start;
    this.lastSize = size <= LONGEST_DAY ? size : 0;
    this.lastMark = this.mark;
    for (let at = 0; at < this.lastSize; at++) this.last.setUint8(at, text.getUint8(start + at));
  }

  /** Where the day ends with which a field begins, -1 for none. */
  private readDay(text: DataView, start: number, end: number): number {
    let at = start;
    let numbers = 0;
    let sign = 0;
    let groupStart = start;
    let first = 0;
    let second = 0;
    let firstEnd = start;
    for (; at < end; at++) {
      const byte = text.getUint8(at);
      if (isDigit(byte)) continue;
      if (!isSign(byte) || (sign !== 0 && byte !== sign) || at === groupStart || numbers === 2) break;
      if (numbers === 0) firstEnd = at;
      sign = byte;
      const number = numberOf(text, groupStart, at);
      if (numbers === 0) first = number;
      else second = number;
      numbers++;
      groupStart = at + 1;
    }
    if (numbers < 2 || at === groupStart) return -1;
    const last = numberOf(text, groupStart, at);
    const firstDigits = firstEnd - start;
    const secondDigits = groupStart - firstEnd - 2;
    const lastDigits = at - groupStart;
    if (firstDigits === YEAR_DIGITS) {
      if (secondDigits !== 2 || lastDigits !== 2 || !isDayOf(second, last, first)) return -1;
      this.mark = dayMark(first, second, last);
    } else {
      if (firstDigits > 2 || secondDigits > 2 || (lastDigits !== 2 && lastDigits !== YEAR_DIGITS)) return -1;
      const year = lastDigits === 2 ? 2000 + last : last;
      if (!isDayOf(first, second, year) && !isDayOf(second, first, year)) return -1;
      this.mark = dayMark(year, first, second);
    }
    return at;
  }

  /** T10:15, 10:15:30.5, 10:15Z; false for what is no time of a day. */
  private readTime(text: DataView, at: number, end: number): boolean {
    if (byteAt(text, at) !== SPACE && byteAt(text, at) !== T) return false;
    const hourEnd = byteAt(text, at + 2) === COLON ? at + 2 : at + 3;
    if (byteAt(text, hourEnd) !== COLON) return false;
    const hour = pair(text, at + 1, hourEnd);
    const minute = pair(text, hourEnd + 1, hourEnd + 3);
    let next = hourEnd + 3;
    let second = 0;
    let fraction = 0;
    if (byteAt(text, next) === COLON) {
      second = pair(text, next + 1, next + 3);
      next += 3;
      if (byteAt(text, next) === POINT) {
        const first = next + 1;
        for (next = first; isDigit(byteAt(text, next)) && next < end; next++) {
          fraction += (byteAt(text, next) - ZERO) * 10 ** (2 - (next - first));
        }
        if (next === first || next - first > 9) return false;
      }
    }
    if (next > end || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return false;
    this.seconds = hour * 3600 + minute * 60 + second + fraction / 1000;
    return next === end || isZone(text, next, end);
  }
}

/** Z, +02:00: where the clock hung. */
function isZone(text: DataView, at: number, end: number): boolean {
  const byte = byteAt(text, at);
  if (byte === 0x5a || byte === 0x7a) return at + 1 === end;
  if (byte !== PLUS && byte !== MINUS) return false;
  if (pair(text, at + 1, at + 3) < 0) return false;
  if (at + 3 === end) return true;
  const minutes = byteAt(text, at + 3) === COLON ? at + 4 : at + 3;
  return minutes + 2 === end && pair(text, minutes, end) >= 0;
}
