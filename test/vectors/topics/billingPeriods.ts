import { periodHolding, type Cycle } from "../../../src/core/calendar/cycle";
import { formatDay, type Day } from "../../../src/core/calendar/day";
import { countDays } from "../../../src/core/calendar/proration";
import { nextBeginnings, nextDayNumbered } from "../cells/periods";
import type { Ways, WaysByModel } from "../ways";

const nextBegin = (cycle: Cycle, day: Day): Day => periodHolding(cycle, day).to + 1;

/** The beginnings of the periods that follow. */
const monthSteps: Ways = {
  engine: ({ params, input }) => {
    let day = input.day("start");
    const cycle: Cycle = { frequency: "monthly", anchorDay: params.number("anchorDay"), start: day };
    const dates = Array.from({ length: params.number("steps") }, () =>
      formatDay((day = nextBegin(cycle, day))),
    );
    return { figures: { dates } };
  },
  functions: async ({ params, input }, sheet) => {
    const [anchorDay, count] = [params.number("anchorDay"), params.number("steps")];
    const days = await nextBeginnings(sheet, input.day("start"), anchorDay, count);
    return { figures: { dates: days.map(formatDay) } };
  },
};

/** The next period of a cycle anchored on that day of the month. */
const nextDayOfMonth: Ways = {
  engine: ({ params, input }) => {
    const day = input.day("date");
    const cycle: Cycle = { frequency: "monthly", anchorDay: params.number("dayOfMonth"), start: day };
    return { figures: { dueDate: formatDay(nextBegin(cycle, day)) } };
  },
  functions: async ({ params, input }, sheet) => {
    if (params.value("strictlyAfter") !== true) return undefined;
    const day = await nextDayNumbered(sheet, input.day("date"), params.number("dayOfMonth"));
    return { figures: { dueDate: formatDay(day) } };
  },
};

/** Days are days: an instant of another zone is none that the product could turn into one. */
const daysBetween: Ways = {
  engine: ({ params, input }) => {
    if (params.text("timeZone") !== "UTC") return undefined;
    return { figures: { amount: countDays(input.day("startUtc"), input.day("endUtc") - 1, "actual") } };
  },
  functions: async ({ params, input }, sheet) => {
    if (params.text("timeZone") !== "UTC") return undefined;
    const [start, end] = [input.day("startUtc"), input.day("endUtc")];
    return { figures: { amount: await sheet.number("DAYS_PAST_DUE", start, end) } };
  },
};

export const billingPeriodWays: WaysByModel = {
  month_steps: monthSteps,
  next_day_of_month: nextDayOfMonth,
  calendar_days_between: daysBetween,
};
