import { day, dayIn, isoOf, meet, monthOf, type Day, type Month, type Span } from "../year/day";
import type { Contract, Frequency } from "../year/simulatedYear";

/** A billing period in full, as shares are reckoned, and as the contract's start and end cut it. */
export interface BillingPeriod {
  readonly full: Span;
  readonly cut: Span;
}

export const FOREVER: Day = day("2099-12-31");

export const monthsOf: Readonly<Record<Frequency, number>> = {
  Monthly: 1,
  Quarterly: 3,
  Semiannual: 6,
  Annual: 12,
  "One-time": 1,
};

/** The days of a contract; one that renews itself has no last one. */
export const lifeOf = ({ start, end, renewal }: Contract): Span => ({
  from: day(start),
  to: end === undefined || renewal !== undefined ? FOREVER : day(end),
});

/** The month in which the monthly period begins that holds the day. */
const periodMonth = (of: Day, anchor: number): Month =>
  dayIn(monthOf(of), anchor) <= of ? monthOf(of) : monthOf(of) - 1;

/** The billing periods of a contract up to the one that holds `until`; longer ones count from the start's own month. */
export function billingPeriods(contract: Contract, until: Day): BillingPeriod[] {
  const { anchor, frequency } = contract;
  const life = lifeOf(contract);
  const first = periodMonth(life.from, anchor);
  const periods: BillingPeriod[] = [];
  for (let begins = first; ; begins += monthsOf[frequency]) {
    const full = { from: dayIn(begins, anchor), to: dayIn(begins + monthsOf[frequency], anchor) - 1 };
    const cut = meet(full, life);
    if (cut === undefined || full.from > until) return periods;
    periods.push({ full, cut });
  }
}

/** The years of a contract, counted from its start, as far as they begin by `until`. */
export function contractYears(contract: Contract, until: Day): BillingPeriod[] {
  const life = lifeOf(contract);
  const years: BillingPeriod[] = [];
  const dayOfStart = Number(isoOf(life.from).slice(8));
  for (let begins = monthOf(life.from); ; begins += 12) {
    const full = { from: dayIn(begins, dayOfStart), to: dayIn(begins + 12, dayOfStart) - 1 };
    const cut = meet(full, life);
    if (cut === undefined || full.from > until) return years;
    years.push({ full, cut });
  }
}

/** Whether every period is a whole calendar month: no share of one is asked for. */
export const isOfCalendarMonths = ({ start, anchor, frequency, end }: Contract): boolean =>
  start.endsWith("-01") && anchor === 1 && frequency === "Monthly" && end === undefined;
