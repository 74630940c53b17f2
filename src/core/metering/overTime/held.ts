import { nameKey } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import { daysOf } from "../../calendar/period";
import { Decimal, zero } from "../../money/decimal";
import { levelsOf, quantityOfLevels, type HeldLevel } from "../../pricing/levels";
import type { Measured, OverTime, ReadingsOverTime, TimedReading } from "./timedReading";

/** A row that takes away what nobody holds. */
type TooMuch = Measured & { readonly ok: false };

const tooMuch = (row: number, reason: string): TooMuch => ({ ok: false, row, reason });

/** Units held at any moment of a day, for each day on which that number is another one. */
type DailyUnits = readonly { readonly day: number; readonly units: Decimal; readonly after: Decimal }[];

/** Changes of one moment have no order of their own: what is added there can be removed there. */
const addedFirst = (changes: readonly TimedReading[]) =>
  [...changes].sort(
    (a, b) => a.moment - b.moment || Number(b.quantity.greaterThan(0)) - Number(a.quantity.greaterThan(0)),
  );

/** Rows are changes: what is added on a day and what is removed on it both count on it. */
function byChanges(readings: readonly TimedReading[]): DailyUnits | TooMuch {
  const days = groupBy(readings, ({ moment }) => Math.floor(moment));
  const daily: { day: number; units: Decimal; after: Decimal }[] = [];
  let level = zero;
  for (const [day, changes] of days) {
    let units = level;
    for (const { row, quantity } of addedFirst(changes)) {
      level = level.plus(quantity);
      if (level.isNegative() && !level.isZero())
        return tooMuch(row, `it removes more than the ${level.minus(quantity).toString()} that are held`);
      if (quantity.greaterThan(0)) units = units.plus(quantity);
    }
    daily.push({ day, units, after: level });
  }
  return daily;
}

/** Rows say that a key is active from a moment on, or not any more. */
function byKeys(readings: readonly TimedReading[]): DailyUnits | TooMuch {
  const days = groupBy(readings, ({ moment }) => Math.floor(moment));
  const daily: { day: number; units: Decimal; after: Decimal }[] = [];
  const active = new Set<string>();
  for (const [day, changes] of days) {
    const held = new Set(active);
    for (const { row, key, state } of changes) {
      const isActive = nameKey(state) !== "inactive";
      if (!isActive && !active.has(key)) return tooMuch(row, `${key} is not active, so it cannot be removed`);
      if (isActive) {
        active.add(key);
        held.add(key);
      } else active.delete(key);
    }
    daily.push({ day, units: new Decimal(held.size), after: new Decimal(active.size) });
  }
  return daily;
}

function levelsWithin(daily: DailyUnits, { days, full }: ReadingsOverTime) {
  const counts = new Map<string, HeldLevel>();
  const add = (level: Decimal, count: number) => {
    const key = level.toString();
    if (count > 0) counts.set(key, { level, days: (counts.get(key)?.days ?? 0) + count });
  };
  let next = days.from;
  let level = zero;
  for (const { day, units, after } of daily) {
    if (day >= days.from) {
      add(level, day - next);
      add(units, 1);
      next = day + 1;
    }
    level = after;
  }
  add(level, days.to + 1 - next);
  return levelsOf([...counts.values()], daysOf(full));
}

/**
 * Units by days: one counts on every day on which it was held at any moment, over the days of the period. 10 all 30 days
 * and 10 more from the 16th on are 15.
 */
export const held: OverTime = {
  id: "held",
  title: "Held",
  measure: (input) => {
    const daily = input.hasKeys ? byKeys(input.readings) : byChanges(input.readings);
    if ("ok" in daily) return daily;
    const levels = levelsWithin(daily, input);
    return { ok: true, quantity: quantityOfLevels(levels), levels };
  },
};
