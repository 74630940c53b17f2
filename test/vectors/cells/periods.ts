import type { Day } from "../../../src/core/calendar/day";
import { someDay } from "../vector";
import type { Sheet } from "./sheet";

/** A billing period by its first and last day. */
export type Days = readonly [start: Day, end: Day];

/** Service and period of PRORATE. */
export type ServiceDays = readonly [serviceStart: Day, serviceEnd: Day, periodStart: Day, periodEnd: Day];

/** No month is longer. */
const MONTH = 31;

/** The last days of a period of so many, where a vector counts days and names none. */
export function lastDays(days: number, periodDays: number): ServiceDays {
  const end = someDay + periodDays - 1;
  return [end - days + 1, end, someDay, end];
}

/** The monthly billing periods between two days, the first and the last cut. */
export const periodsBetween = async (
  sheet: Sheet,
  start: Day,
  end: Day,
  anchorDay?: number,
): Promise<Days[]> =>
  (await sheet.rows("BILLING_PERIODS", start, end, "monthly", anchorDay)) as unknown as Days[];

/** Whole monthly periods that hold one of these days: those of a month more before and after, which alone are cut. */
export async function wholePeriods(sheet: Sheet, start: Day, end: Day, anchorDay?: number): Promise<Days[]> {
  const periods = await periodsBetween(sheet, start - MONTH, end + MONTH, anchorDay);
  return periods.filter(([first, last]) => last >= start && first <= end);
}

/** The beginnings of the periods that follow a day. */
export async function nextBeginnings(
  sheet: Sheet,
  day: Day,
  anchorDay: number,
  count: number,
): Promise<Day[]> {
  const periods = await periodsBetween(sheet, day, day + (count + 1) * MONTH, anchorDay);
  return periods.slice(1, count + 1).map(([start]) => start);
}

/** The first day with this number in its month that is after a day. */
export const nextDayNumbered = async (sheet: Sheet, day: Day, dayOfMonth: number): Promise<Day> =>
  (await nextBeginnings(sheet, day, dayOfMonth, 1))[0]!;
