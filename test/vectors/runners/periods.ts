import { periodHolding, type Cycle } from "../../../src/core/calendar/cycle";
import { formatDay, type Day } from "../../../src/core/calendar/day";
import { countDays } from "../../../src/core/calendar/proration";
import type { Runner } from "../outcome";

const nextBegin = (cycle: Cycle, day: Day): Day => periodHolding(cycle, day).to + 1;

/** The beginnings of the periods that follow. */
const monthSteps: Runner = ({ params, input }) => {
  let day = input.day("start");
  const cycle: Cycle = { frequency: "monthly", anchorDay: params.number("anchorDay"), start: day };
  const dates = Array.from({ length: params.number("steps") }, () =>
    formatDay((day = nextBegin(cycle, day))),
  );
  return { figures: { dates } };
};

/** The next period of a cycle anchored on that day of the month. */
const nextDayOfMonth: Runner = ({ params, input }) => {
  const day = input.day("date");
  const cycle: Cycle = { frequency: "monthly", anchorDay: params.number("dayOfMonth"), start: day };
  return { figures: { dueDate: formatDay(nextBegin(cycle, day)) } };
};

/** Days are days: an instant of another zone is none that the engine could turn into one. */
const daysBetween: Runner = ({ params, input }) => {
  if (params.text("timeZone") !== "UTC") return undefined;
  return { figures: { amount: countDays(input.day("startUtc"), input.day("endUtc") - 1, "actual") } };
};

export const periodRunners: Readonly<Record<string, Runner>> = {
  month_steps: monthSteps,
  next_day_of_month: nextDayOfMonth,
  calendar_days_between: daysBetween,
};
