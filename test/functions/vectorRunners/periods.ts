import { formatDay, type Day } from "../../../src/core/calendar/day";
import type { FunctionRunner, FunctionRunners, Sheet } from "./sheet";

/** A billing period by its first and last day. */
export type Days = readonly [start: Day, end: Day];

/** No month is longer. */
const MONTH = 31;

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
async function nextBeginnings(sheet: Sheet, day: Day, anchorDay: number, count: number): Promise<Day[]> {
  const periods = await periodsBetween(sheet, day, day + (count + 1) * MONTH, anchorDay);
  return periods.slice(1, count + 1).map(([start]) => start);
}

/** The first day with this number in its month that is after a day. */
export const nextDayNumbered = async (sheet: Sheet, day: Day, dayOfMonth: number): Promise<Day> =>
  (await nextBeginnings(sheet, day, dayOfMonth, 1))[0]!;

const monthSteps: FunctionRunner = async ({ params, input }, sheet) => {
  const [anchorDay, count] = [params.number("anchorDay"), params.number("steps")];
  const days = await nextBeginnings(sheet, input.day("start"), anchorDay, count);
  return { figures: { dates: days.map(formatDay) } };
};

const nextDayOfMonth: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.value("strictlyAfter") !== true) return undefined;
  const day = await nextDayNumbered(sheet, input.day("date"), params.number("dayOfMonth"));
  return { figures: { dueDate: formatDay(day) } };
};

/** Days from one day to another; an instant of another zone is none that a cell could turn into a day. */
const daysBetween: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.text("timeZone") !== "UTC") return undefined;
  const [start, end] = [input.day("startUtc"), input.day("endUtc")];
  return { figures: { amount: await sheet.number("DAYS_PAST_DUE", start, end) } };
};

export const periodRunners: FunctionRunners = {
  month_steps: monthSteps,
  next_day_of_month: nextDayOfMonth,
  calendar_days_between: daysBetween,
};
