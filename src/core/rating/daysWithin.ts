import type { Period } from "../calendar/period";
import { countDays, prorate, type DayCountBasis } from "../calendar/proration";
import { zero, type Decimal } from "../money/decimal";

/** Days of a period up to a day, none before it and all of them after it. */
function daysUpTo(day: number, { from, to }: Period, basis: DayCountBasis): number {
  return day < from ? 0 : countDays(from, Math.min(day, to), basis);
}

/**
 * The share of an amount for days of service that falls within other days, exact: 30.00 for November is 14.00 up to the
 * 14th. Shares before and after a day add up to the amount.
 */
export function amountWithin(amount: Decimal, service: Period, days: Period, basis: DayCountBasis): Decimal {
  const denominator = countDays(service.from, service.to, basis);
  const numerator = daysUpTo(days.to, service, basis) - daysUpTo(days.from - 1, service, basis);
  return numerator <= 0 ? zero : prorate(amount, { numerator, denominator });
}

export function isWithin(service: Period, days: Period): boolean {
  return service.from >= days.from && service.to <= days.to;
}
