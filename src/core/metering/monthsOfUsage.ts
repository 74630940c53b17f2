import type { Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import type { UsageTable } from "./bindUsage";
import { countOf, stackedCounts } from "./foldedRows";
import { usageDays } from "./usageDays";

/** A calendar month with usage. */
export interface MonthOfUsage {
  readonly period: Period;
  /** Those of a file that were added up are counted one by one. */
  readonly rows: number;
  readonly firstRow: number;
}

interface Counted extends MonthOfUsage {
  rows: number;
}

/**
 * The calendar months of rows of Usage whose day can be read, the latest first; `visit` is told of each such row. Rows come
 * mostly in order of their days, so the last month is looked at first.
 */
export function monthsOfUsage(
  bound: UsageTable | undefined,
  visit?: (row: number, day: Day, month: MonthOfUsage) => void,
): readonly MonthOfUsage[] {
  if (!bound) return [];
  const dayAt = usageDays(bound);
  const counts = stackedCounts(bound, bound.firstRow, bound.lastRow - bound.firstRow + 1);
  const months = new Map<Day, Counted>();
  let last: Counted | undefined;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const day = dayAt(row);
    if (day === undefined) continue;
    if (!last || !contains(last.period, day)) {
      const period = monthOf(day);
      last = months.get(period.from);
      if (!last) months.set(period.from, (last = { period, rows: 0, firstRow: row }));
    }
    last.rows += countOf({ counts }, row - bound.firstRow);
    visit?.(row, day, last);
  }
  return [...months.values()].sort((a, b) => b.period.from - a.period.from);
}
