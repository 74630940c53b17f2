import { civilOf, clampedDay, type Day } from "./day";
import type { Period } from "./period";

export const frequencies = ["monthly", "quarterly", "semiannual", "annual", "one_time"] as const;
export type Frequency = (typeof frequencies)[number];

/** Months of a billing period. */
export const monthsOf: Readonly<Record<Exclude<Frequency, "one_time">, number>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
};

export interface Cycle {
  readonly frequency: Exclude<Frequency, "one_time">;
  /** 1 to 31; beyond a month's end it clamps and comes back: 31 January, 28 February, 31 March. */
  readonly anchorDay: number;
  /** Longer frequencies count from the monthly period that holds this day. */
  readonly start: Day;
}

function monthIndexHolding(day: Day, anchorDay: number): number {
  const date = civilOf(day);
  const boundary = clampedDay(date.year, date.month, anchorDay);
  return date.year * 12 + date.month - 1 - (day < boundary ? 1 : 0);
}

function boundaryOf(monthIndex: number, anchorDay: number): Day {
  return clampedDay(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, anchorDay);
}

/** The month in which the period begins that holds a day. */
function monthIndexOfPeriod({ frequency, anchorDay, start }: Cycle, day: Day): number {
  const months = monthsOf[frequency];
  const first = monthIndexHolding(start, anchorDay);
  return first + Math.floor((monthIndexHolding(day, anchorDay) - first) / months) * months;
}

/**
 * The full billing period of a cycle that holds a day, not cut at the contract's start or end.
 * Quarterly, anchor 1, start 2026-02-10: 2026-03-20 lies in 2026-02-01 to 2026-04-30.
 */
export function periodHolding(cycle: Cycle, day: Day): Period {
  const begin = monthIndexOfPeriod(cycle, day);
  return {
    from: boundaryOf(begin, cycle.anchorDay),
    to: boundaryOf(begin + monthsOf[cycle.frequency], cycle.anchorDay) - 1,
  };
}

/** The full billing periods of a cycle that share a day with `window`, in order. */
export function periodsWithin(cycle: Cycle, window: Period): Period[] {
  const periods: Period[] = [];
  if (window.from > window.to) return periods;
  let begin = monthIndexOfPeriod(cycle, window.from);
  for (let from = boundaryOf(begin, cycle.anchorDay); from <= window.to;) {
    begin += monthsOf[cycle.frequency];
    const next = boundaryOf(begin, cycle.anchorDay);
    periods.push({ from, to: next - 1 });
    from = next;
  }
  return periods;
}
