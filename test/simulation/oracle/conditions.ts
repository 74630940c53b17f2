import type { Price, UsageRow } from "../year/simulatedYear";
import type { Condition } from "../year/terms";

const partsOf = (condition: Condition = {}) => Object.entries(condition);

const fits = (value: string, pattern: string) =>
  pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;

const holdsFor = ({ columns = {} }: UsageRow, { condition }: Price) =>
  partsOf(condition).every(([column, pattern]) => fits(columns[column] ?? "", pattern));

/** More parts win, then values in full, then the longer beginning. */
const weightOf = ({ condition }: Price) => {
  const parts = partsOf(condition);
  const letters = parts.map(([, pattern]) => (pattern.endsWith("*") ? pattern.length - 1 : 1000));
  return parts.length * 100_000 + letters.reduce((sum, length) => sum + length, 0);
};

/** The product whose price takes a row of the meter; of prices without conditions any, for all take all. */
export function takes(price: Price, row: UsageRow, prices: readonly Price[]): boolean {
  if (row.product !== (price.meter ?? price.product)) return false;
  const rivals = prices.filter((other) => other.meter === price.meter && other.meter !== undefined);
  const fitting = rivals.filter((other) => holdsFor(row, other));
  if (fitting.length === 0) return holdsFor(row, price);
  return weightOf(price) === Math.max(...fitting.map(weightOf)) && holdsFor(row, price);
}
