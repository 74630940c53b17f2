import { nameKey } from "../base/name";
import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { Result } from "../catalog/terms/projectTerms";
import { makeIssue, type Report } from "../issues/issue";
import type { Decimal } from "../money/decimal";

/**
 * Whether what a price bills by a measure of some months waits for its evidence; reports what is at stake then. Each of
 * the months needs its own.
 */
export function waitsForEvidence(
  price: Price,
  months: readonly Period[],
  { agreed, currency }: Contract,
  amount: Decimal,
  report: Report,
): boolean {
  if (!price.needsEvidence) return false;
  const days = new Set(months.map(({ from }) => from));
  const isUnproved = ({ measure, month, hasEvidence }: Result) =>
    !hasEvidence && days.has(month) && nameKey(measure) === nameKey(price.meter);
  const unproved = agreed.projects.results.find(isUnproved);
  if (!unproved) return false;
  const words = { subject: `the result of ${price.meter}` };
  const stake = { amount, currency };
  report(makeIssue("EVIDENCE_MISSING", { at: unproved.at, value: price.meter, words, stake }));
  return true;
}
