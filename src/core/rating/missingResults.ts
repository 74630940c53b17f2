import { formatDay } from "../calendar/day";
import type { Period } from "../calendar/period";
import { mergePeriods } from "../calendar/periodSets";
import type { Price } from "../catalog/records";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import { sum } from "../money/decimal";

/** A period of a price of which no result is known, with what it would bill as far as that can be told. */
export interface MissingResult {
  readonly part: Period;
  readonly stake?: Issue["stake"];
}

/** Reports the results that a price lacks, once: months that follow each other are one stretch of days. */
export function reportMissingResults(
  { at, product, meter: measure }: Price,
  missing: readonly MissingResult[],
  report: Report,
): void {
  const [first] = missing;
  if (!first) return;
  const stretches = mergePeriods(missing.map(({ part }) => part));
  const days = stretches.map(({ from, to }) => `${formatDay(from)} to ${formatDay(to)}`).join(" and ");
  const stakes = missing.flatMap(({ stake }) => stake ?? []);
  const stake = stakes[0] && {
    amount: sum(stakes.map(({ amount }) => amount)),
    currency: stakes[0].currency,
  };
  report(makeIssue("RESULT_MISSING", { at, value: product, words: { measure, days }, stake }));
}
