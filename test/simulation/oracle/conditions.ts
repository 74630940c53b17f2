import { day } from "../year/day";
import type { Price, UsageRow } from "../year/simulatedYear";
import type { Condition, TimeFilter } from "../year/terms";
import { metersOf } from "./capacity";

const partsOf = (condition: Condition = {}) => Object.entries(condition);

const fits = (value: string, pattern: string) =>
  pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;

const isInside = (at: string, { from, to }: TimeFilter) =>
  from < to ? from <= at && at < to : from <= at || at < to;

/** Whether a meter counts a row at all; Monday is two days after the first day of the calendar of serials. */
function passes({ date, time = "00:00" }: UsageRow, { filter }: Price): boolean {
  if (filter === undefined) return true;
  if (filter.kind === "time") return isInside(time, filter);
  const weekday = (day(date) + 5) % 7;
  return filter.first <= weekday && weekday <= filter.last;
}

const holdsFor = (row: UsageRow, price: Price) =>
  passes(row, price) &&
  partsOf(price.condition).every(([column, pattern]) => fits(row.columns?.[column] ?? "", pattern));

/** More parts win, then values in full, then the longer beginning. */
const weightOf = ({ condition }: Price) => {
  const parts = partsOf(condition);
  const letters = parts.map(([, pattern]) => (pattern.endsWith("*") ? pattern.length - 1 : 1000));
  return parts.length * 100_000 + letters.reduce((sum, length) => sum + length, 0);
};

/** The product whose price takes a row of the meter; of prices without conditions any, for all take all. */
export function takes(price: Price, row: UsageRow, prices: readonly Price[]): boolean {
  if (price.model === "capacity") return metersOf(price).includes(row.product);
  if (row.product !== (price.meter ?? price.product)) return false;
  const rivals = prices.filter((other) => other.meter === price.meter && other.meter !== undefined);
  const fitting = rivals.filter((other) => holdsFor(row, other));
  if (fitting.length === 0) return holdsFor(row, price);
  return weightOf(price) === Math.max(...fitting.map(weightOf)) && holdsFor(row, price);
}
