import { one, type Decimal } from "../money/decimal";
import { civilOf, daysInMonth, type Day } from "./day";
import { daysOf, type Period } from "./period";

export const dayCountBases = ["actual", "30/360"] as const;
export type DayCountBasis = (typeof dayCountBases)[number];

export interface DayFraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Days from `from` to `to`, both counted. 30/360: a start day is at most 30, an end day of 31 or the last of
 * February counts as 30, so every full month has 30 days.
 */
export function countDays(from: Day, to: Day, basis: DayCountBasis): number {
  if (basis === "actual") return to - from + 1;
  const start = civilOf(from);
  const end = civilOf(to);
  const lastOfFebruary = end.month === 2 && end.day === daysInMonth(end.year, 2);
  const endDay = end.day === 31 || lastOfFebruary ? 30 : end.day;
  return (
    360 * (end.year - start.year) + 30 * (end.month - start.month) + endDay - Math.min(start.day, 30) + 1
  );
}

/** The share of a full period that a part of it takes: 15 to 31 October is 17 of 31. */
export function dayFraction(part: Period, full: Period, basis: DayCountBasis): DayFraction {
  if (part.from === full.from && part.to === full.to) return { numerator: 1, denominator: 1 };
  return {
    numerator: countDays(part.from, part.to, basis),
    denominator: basis === "actual" ? daysOf(full) : countDays(full.from, full.to, basis),
  };
}

/**
 * The shares of a full period that parts of it take which follow each other day by day. 30/360: the last part takes
 * the days that the others leave, and no part more than are left: of October, 1 to 30 has 30 days and the 31st none.
 */
export function splitFractions(
  parts: readonly Period[],
  full: Period,
  basis: DayCountBasis,
): readonly DayFraction[] {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last || parts.length === 1 || basis === "actual")
    return parts.map((part) => dayFraction(part, full, basis));
  const denominator = countDays(full.from, full.to, basis);
  let left = countDays(first.from, last.to, basis);
  return parts.map((part) => {
    const numerator = part === last ? left : Math.min(left, countDays(part.from, part.to, basis));
    left -= numerator;
    return { numerator, denominator };
  });
}

export function isWhole(fraction: DayFraction): boolean {
  return fraction.numerator === fraction.denominator;
}

/** amount × numerator ÷ denominator: multiplied first, so that 31.00 × 17 ÷ 31 is exactly 17.00. */
export function prorate(amount: Decimal, fraction: DayFraction): Decimal {
  return isWhole(fraction) ? amount : amount.times(fraction.numerator).dividedBy(fraction.denominator);
}

export const wholePeriod: DayFraction = { numerator: 1, denominator: 1 };

/** The fraction as a decimal, for shares of quantities shown on a line. */
export function fractionValue(fraction: DayFraction): Decimal {
  return prorate(one, fraction);
}
