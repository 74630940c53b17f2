import type { Day } from "../calendar/day";
import { Decimal, zero } from "../money/decimal";

export interface AppliedCash {
  /** By the order of the balances; a credit that was used up is its own negative balance. */
  readonly applied: Decimal[];
  readonly unapplied: Decimal;
}

/** Positions of the balances, oldest due first and without a date last; equal dates and no dates keep their order. */
function oldestFirst(count: number, dueDates: readonly (Day | undefined)[]): number[] {
  const dueOf = (index: number) => dueDates[index] ?? Infinity;
  const indexes = Array.from({ length: count }, (_, index) => index);
  return indexes.sort((a, b) => (dueOf(a) === dueOf(b) ? a - b : dueOf(a) - dueOf(b)));
}

/**
 * Puts a payment against balances, oldest due first or, without due dates, from the top. Credits are applied in full
 * and add to the cash, so applied and unapplied add up to the payment: 100.00 over 70.00, −20.00 and 80.00 is 70.00,
 * −20.00 and 50.00.
 */
export function applyCash(
  payment: Decimal,
  balances: readonly Decimal[],
  dueDates: readonly (Day | undefined)[] = [],
): AppliedCash {
  const applied = balances.map((balance) => Decimal.min(balance, zero));
  let left = applied.reduce((cash, credit) => cash.minus(credit), payment);
  for (const index of oldestFirst(balances.length, dueDates)) {
    const balance = balances[index]!;
    if (balance.isNegative()) continue;
    applied[index] = Decimal.min(left, balance);
    left = left.minus(applied[index]);
  }
  return { applied, unapplied: left };
}
