import type { Day } from "../calendar/day";
import type { UsageTable } from "./bindUsage";

import { usageDays } from "./usageDays";

/** The latest day of the Usage table that can be read, for the default period; undefined when there is none. */
export function latestUsageDay(bound: UsageTable): Day | undefined {
  const dayAt = usageDays(bound);
  let latest = 0;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const day = dayAt(row);
    if (day !== undefined && day > latest) latest = day;
  }
  return latest === 0 ? undefined : latest;
}
