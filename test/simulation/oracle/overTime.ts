import { day, holds, type Day, type Span } from "../year/day";
import type { Aggregation, Price, UsageRow } from "../year/simulatedYear";
import { Fraction } from "./fraction";
import type { BillingPeriod } from "./periods";

/** Meters that look at more than the rows of a period. */
export type OverTime = Extract<Aggregation, "Weighted sum" | "Held" | "Register">;

const { zero } = Fraction;

export const isOverTime = (aggregation: Aggregation): aggregation is OverTime =>
  aggregation === "Weighted sum" || aggregation === "Held" || aggregation === "Register";

const lengthOf = ({ from, to }: Span) => Fraction.of(to - from + 1);

/** The moment of a row in days. */
function momentOf({ date, time = "00:00" }: UsageRow): Fraction {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Fraction.of(day(date)).plus(Fraction.of(minutes).over(Fraction.of(1440)));
}

/** Rows change a level that carries in: level × time over the time of the full period. */
function weightedSum(rows: readonly UsageRow[], { cut, full }: BillingPeriod): Fraction {
  const end = Fraction.of(cut.to + 1);
  const begin = Fraction.of(cut.from);
  const parts = rows
    .filter((row) => end.isAbove(momentOf(row)))
    .map((row) => Fraction.of(row.quantity).times(end.minus(momentOf(row).most(begin))));
  return Fraction.sum(parts).over(lengthOf(full));
}

const daysOf = ({ from, to }: Span): Day[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const isAdded = ({ quantity }: UsageRow) => !quantity.startsWith("-");

/** Units that a day holds at any moment: those of its start and all that are added on it. */
function unitsHeldOn(rows: readonly UsageRow[], on: Day): Fraction {
  const counted = rows.filter((row) => day(row.date) < on || (day(row.date) === on && isAdded(row)));
  return Fraction.sum(counted.map(({ quantity }) => Fraction.of(quantity)));
}

/** Keys that are active at any moment of a day. */
function keysHeldOn(rows: readonly UsageRow[], on: Day): Fraction {
  const keys = [...new Set(rows.map(({ user }) => user))];
  const held = keys.filter((key) => {
    const ofKey = rows.filter((row) => row.user === key && day(row.date) <= on);
    const before = ofKey.filter((row) => day(row.date) < on).at(-1);
    return before?.state === "Active" || ofKey.some((row) => day(row.date) === on && row.state === "Active");
  });
  return Fraction.of(held.length);
}

/** What every day of a period holds. */
export const heldByDay = (rows: readonly UsageRow[], days: Span, { keyed }: Price): Fraction[] =>
  daysOf(days).map((on) => (keyed ? keysHeldOn(rows, on) : unitsHeldOn(rows, on)));

/** Of something that every day has, the days over those of the full period. */
export const byDays = (days: readonly Fraction[], { full }: BillingPeriod): Fraction =>
  Fraction.sum(days).over(lengthOf(full));

/** Each reading less the one before; one that is lower has passed zero, or takes back what was estimated. */
function register(rows: readonly UsageRow[], period: Span, { digits = 0 }: Price): Fraction {
  const steps = rows.map((row, at) => {
    const before = rows[at - 1];
    if (before === undefined || !holds(period, day(row.date))) return zero;
    const step = Fraction.of(row.quantity).minus(Fraction.of(before.quantity));
    const hasPassed = zero.isAbove(step) && before.read !== "Estimated";
    return hasPassed ? step.plus(Fraction.of(10n ** BigInt(digits))) : step;
  });
  return Fraction.sum(steps);
}

/** What a meter over time comes to in a billing period, of rows in the order of time. */
export function meteredOverTime(
  meter: OverTime,
  price: Price,
  rows: readonly UsageRow[],
  period: BillingPeriod,
): Fraction {
  switch (meter) {
    case "Weighted sum":
      return weightedSum(rows, period);
    case "Held":
      return byDays(heldByDay(rows, period.cut, price), period);
    case "Register":
      return register(rows, period.cut, price);
  }
}
