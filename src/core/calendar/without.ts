import type { Period } from "./period";

/** The days of a period that lie in none of the others, as runs in order: October without 10 to 20 is 1-9 and 21-31. */
export function without(period: Period, others: readonly Period[]): Period[] {
  const rest: Period[] = [];
  let from = period.from;
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    if (other.to < from || other.from > period.to) continue;
    if (other.from > from) rest.push({ from, to: other.from - 1 });
    from = Math.max(from, other.to + 1);
  }
  if (from <= period.to) rest.push({ from, to: period.to });
  return rest;
}
