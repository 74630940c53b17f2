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

/** The same days as fewest spans, in order: thousands of documents are for a few months. */
export function mergePeriods(spans: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (!last || span.from > last.to + 1) result.push(span);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}
