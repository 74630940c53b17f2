import { largest, smallest } from "../base/manyValues";
import { civilOf, dayOf, formatDay, monthsBetween, parseIsoDay, type Day } from "./day";

/** A run of whole days, both ends counted. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export function daysOf(period: Period): number {
  return period.to - period.from + 1;
}

export function contains(period: Period, day: Day): boolean {
  return day >= period.from && day <= period.to;
}

/** Whether two periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return Math.max(a.from, b.from) <= Math.min(a.to, b.to);
}

/** The days in both, or undefined when there are none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/** The days from the first to the last of periods; of none, days that nothing is in: from Infinity to -Infinity. */
export function coveringPeriod(periods: readonly Period[]): Period {
  return { from: smallest(periods.map(({ from }) => from)), to: largest(periods.map(({ to }) => to)) };
}

/** A month as it is written: 17 October 2026 is 2026-10. */
export const monthName = (day: Day) => formatDay(day).slice(0, 7);

export function monthOf(day: Day): Period {
  const { year, month } = civilOf(day);
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
}

/** The whole months that a period touches: 20 October to 5 November are October and November. */
export function monthsTouched({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let month = monthOf(from); month.from <= to; month = monthOf(month.to + 1)) months.push(month);
  return months;
}

/** The period before a period: whole months come after as many whole months, other periods after as many days. */
export function preceding(period: Period): Period {
  const to = period.from - 1;
  const first = civilOf(period.from);
  const next = civilOf(period.to + 1);
  if (first.day !== 1 || next.day !== 1) return { from: period.from - daysOf(period), to };
  const months = monthsBetween(period.from, period.to + 1);
  return { from: dayOf(first.year, first.month - months, 1), to };
}

/**
 * The days of a period written as 2026-10, 2026-Q4, 2026 or 2026-10-05..2026-11-04; undefined if it is none of these.
 */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/i.exec(text.trim());
  if (match) {
    const year = Number(match[1]);
    const quarter = match[3] === undefined ? undefined : Number(match[3]);
    const month = match[2] === undefined ? undefined : Number(match[2]);
    if (month !== undefined && (month < 1 || month > 12)) return undefined;
    const first = month ?? (quarter === undefined ? 1 : quarter * 3 - 2);
    const months = month !== undefined ? 1 : quarter === undefined ? 12 : 3;
    return { from: dayOf(year, first, 1), to: dayOf(year, first + months, 1) - 1 };
  }
  const [from, to, ...rest] = text.split("..").map(parseIsoDay);
  if (from === undefined || to === undefined || rest.length > 0 || from > to) return undefined;
  return { from, to };
}

/** The shortest name of a period: 2026-10 for a calendar month, else both days. */
export function formatPeriod(period: Period): string {
  const month = monthOf(period.from);
  if (month.from === period.from && month.to === period.to) return monthName(period.from);
  return `${formatDay(period.from)}..${formatDay(period.to)}`;
}
