import type { Day } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { splitFractions, type DayCountBasis, type DayFraction } from "../calendar/proration";

/** The days of a period in which something with days of service of its own is in force, with their share of it. */
export interface ServiceShare<Item> {
  readonly item: Item;
  readonly part: Period;
  readonly fraction: DayFraction;
}

/** Items that follow each other day by day within a period; where days are missing between two, a new run begins. */
export function serviceRuns<Item extends { readonly service: Period }>(
  items: readonly Item[],
  full: Period,
  basis: DayCountBasis,
): ServiceShare<Item>[][] {
  const runs: { item: Item; part: Period }[][] = [];
  let next: Day | undefined;
  for (const item of items) {
    const part = overlap(full, item.service);
    if (!part) continue;
    const run = runs[runs.length - 1];
    if (run && part.from === next) run.push({ item, part });
    else runs.push([{ item, part }]);
    next = part.to + 1;
  }
  return runs.map((run) => {
    const parts = run.map(({ part }) => part);
    const fractions = splitFractions(parts, full, basis);
    return run.map(({ item, part }, index) => ({ item, part, fraction: fractions[index]! }));
  });
}
