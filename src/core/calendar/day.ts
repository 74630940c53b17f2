/**
 * A day as its number in Excel's 1900 system: 2026-10-31 is 46326. Whole numbers, no time zone: a day is a day.
 * Excel's phantom 29 February 1900 is serial 60, so the calendar here begins on 1900-03-01 (61).
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Serial of 1970-01-01. */
const EPOCH = 25_569;
export const FIRST_DAY: Day = 61;
/** 9999-12-31, the last day that Excel shows. */
export const LAST_DAY: Day = 2_958_465;

/** The serial of a date; month may run over (13 is January of the next year), day too. */
export function dayOf(year: number, month: number, day: number): Day {
  // Howard Hinnant's days_from_civil: years begin in March, so that leap days come last.
  const monthIndex = month - 1;
  const fullYear = year + Math.floor(monthIndex / 12);
  const civilMonth = (((monthIndex % 12) + 12) % 12) + 1;
  const marchYear = civilMonth <= 2 ? fullYear - 1 : fullYear;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (civilMonth + (civilMonth > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468 + EPOCH;
}

/** The date of a serial. */
export function civilOf(day: Day): CivilDate {
  const shifted = day - EPOCH + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The day of a month, a day beyond its end clamped to its last: 31 in February is the 28th or 29th. */
export function clampedDay(year: number, month: number, day: number): Day {
  const first = dayOf(year, month, 1);
  return Math.min(first + day, dayOf(year, month + 1, 1)) - 1;
}

/** Months from the month of a day to that of another: 12 from October to the next October. */
export function monthsBetween(earlier: Day, later: Day): number {
  const [from, to] = [civilOf(earlier), civilOf(later)];
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** The same day that many months on, clamped: 31 January and 1 is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const date = civilOf(day);
  return clampedDay(date.year, date.month + months, date.day);
}

export function endOfMonth(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month + 1, 1) - 1;
}

/** ISO text, 2026-10-31. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** The day of a date that exists, or undefined: 2026-02-30 is none. */
export function validDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const serial = dayOf(year, month, day);
  return serial >= FIRST_DAY && serial <= LAST_DAY ? serial : undefined;
}

/** The day of strict ISO text (2026-10-31), else undefined. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match ? validDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
