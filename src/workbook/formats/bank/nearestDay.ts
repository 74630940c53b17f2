import { formatDay, validDay, type Day } from "../../../core/api";

/** The day of a month that lies next to another day: of 2 January and 31 December 2026 the one of 2027. */
export function nearestDay(month: number, dayOfMonth: number, to: Day): Day | undefined {
  const year = Number(formatDay(to).slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => validDay(each, month, dayOfMonth) ?? []);
  return days.sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0];
}
