import { nameKey } from "../base/name";
import { monthsTouched, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { Result } from "../catalog/terms/projectTerms";
import { makeIssue, type Report } from "../issues/issue";
import type { Decimal } from "../money/decimal";

/**
 * Whether what a price bills by a measure for some days waits for its evidence; reports what is at stake then. Of the
 * months that the days touch each needs its own.
 */
export function waitsForEvidence(
  price: Price,
  part: Period,
  { agreed, currency }: Contract,
  amount: Decimal,
  report: Report,
): boolean {
  if (!price.needsEvidence) return false;
  const months = new Set(monthsTouched(part).map(({ from }) => from));
  const isUnproved = ({ measure, month, hasEvidence }: Result) =>
    !hasEvidence && months.has(month) && nameKey(measure) === nameKey(price.meter);
  const unproved = agreed.projects.results.find(isUnproved);
  if (!unproved) return false;
  const words = { subject: `the result of ${price.meter}` };
  const stake = { amount, currency };
  report(makeIssue("EVIDENCE_MISSING", { at: unproved.at, value: price.meter, words, stake }));
  return true;
}
