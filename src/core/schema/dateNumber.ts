import { civilOf, endOfMonth, validDay, type Day } from "../calendar/day";
import { timeOfSeconds } from "../calendar/timeOfDay";

/** What a number under a date header stands for. */
export type DateNumber =
  | { readonly kind: "serial"; readonly serial: number }
  /** 202610 */
  | { readonly kind: "month"; readonly first: Day; readonly last: Day };

/** Serial of 1970-01-01. */
const EPOCH_DAY = 25_569;
const SECONDS_A_DAY = 86_400;
/** Years in which figures such as 202610 are months and not days far ahead. */
const YEARS = { first: 1990, last: 2099 };

/**
 * A plain number as a day: an Excel serial, 20261005, 202610, or seconds since 1970 where the header says so. A serial
 * as large as 202610 would be a day in the year 2454.
 */
export function dayOfNumber(value: number, isEpoch: boolean): DateNumber {
  if (isEpoch) {
    const days = Math.floor(Math.floor(value) / SECONDS_A_DAY);
    const serial = EPOCH_DAY + days + timeOfSeconds(value - days * SECONDS_A_DAY);
    const { year } = civilOf(Math.floor(serial));
    // Under such a header a day may still be typed as a day.
    return { kind: "serial", serial: year >= YEARS.first && year <= YEARS.last ? serial : value };
  }
  const asMonth = Number.isInteger(value) && value >= YEARS.first * 100 && value <= YEARS.last * 100 + 12;
  const first = asMonth ? validDay(Math.floor(value / 100), value % 100, 1) : undefined;
  if (first !== undefined) return { kind: "month", first, last: endOfMonth(first) };
  const isCompact =
    Number.isInteger(value) && value >= YEARS.first * 10_000 && value <= YEARS.last * 10_000 + 1231;
  const day = isCompact
    ? validDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
    : undefined;
  return { kind: "serial", serial: day ?? value };
}
