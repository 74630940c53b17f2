import type { Day } from "../calendar/day";
import { zero, type Decimal } from "../money/decimal";
import { daysPastDue } from "./aging";

export interface LateFeeTerms {
  readonly balance: Decimal;
  readonly dueDate: Day;
  readonly asOf: Day;
  /** A fraction: 0.08 is 8 % a year. */
  readonly annualRate: Decimal;
  /** Nothing is charged up to so many days past due. */
  readonly graceDays: number;
  /** Days of a year of interest, 365 or 360. */
  readonly dayBasis: Decimal;
  readonly fixedFee: Decimal;
}

/**
 * Simple interest from the first day late and the fixed fee, unrounded; 0 within the grace days and without a debt.
 * 1,000.00 at 8 % that is 45 days late: 1000 × 0.08 × 45 ÷ 365 = 9.863…
 */
export function lateFee(terms: LateFeeTerms): Decimal {
  const { balance, dueDate, asOf, annualRate, graceDays, dayBasis, fixedFee } = terms;
  const days = daysPastDue(dueDate, asOf);
  if (days <= graceDays || !balance.greaterThan(0)) return zero;
  return balance.times(annualRate).times(days).dividedBy(dayBasis).plus(fixedFee);
}
