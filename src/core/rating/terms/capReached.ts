import { Decimal, zero } from "../../money/decimal";

/** A cap over what is billed run after run. */
export interface Cap {
  readonly limit: Decimal;
  /** Billed before under it, less what it took off, and what it took off then. */
  readonly before: Decimal;
  readonly taken: Decimal;
  /** What is billed now; below zero where late usage makes less of what was billed. */
  readonly now: Decimal;
}

/**
 * What a cap takes off what is billed now, so that all runs together bill no more than its limit; below zero what it gives
 * back of what it took before, where less is billed now. Under 1,000.00, of which 1,000.00 is billed and 300.00 was taken
 * off: of 348.00 it takes 348.00, and of −400.00 it gives back 300.00.
 */
export function overCap({ limit, before, taken, now }: Cap): Decimal {
  const over = before.plus(now).minus(limit);
  if (now.isNegative()) return Decimal.min(zero, Decimal.max(over, now, taken.negated()));
  return Decimal.min(now, Decimal.max(over, zero));
}

/** How that comes about, up to the amount itself. */
export function sentenceOfCap({ limit, before, taken, now }: Cap, show: (figure: Decimal) => string): string {
  const over = overCap({ limit, before, taken, now });
  const isWhole = over.equals(before.plus(now).minus(limit));
  if (!isWhole && over.equals(taken.negated()))
    return `cap of ${show(limit)} not reached any more: ${show(taken)} taken off before`;
  const minusNow = now.isNegative() ? ` + ${show(now.abs())}` : ` − ${show(now)}`;
  if (!isWhole) return `cap of ${show(limit)} used up: ${show(zero)}${minusNow}`;
  const beforeIt = before.isZero() ? "" : ` − ${show(before)} billed before`;
  return `cap reached: ${show(limit)}${beforeIt}${minusNow}`;
}
