import { Decimal, smallestUnit, sum, withoutNoise, zero } from "./decimal";

/**
 * Shares `total` (already rounded to `digits`) over parts whose exact values are given, so that the shares
 * are rounded and add up to it: each part's value rounded down, then one minor unit each to the largest
 * remainders, ties to the first. 10.00 over 3.333, 3.333, 3.334 is 3.33, 3.33, 3.34.
 *
 * The parts need not add up to `total` exactly; what is over goes on in further rounds.
 */
export function shareByLargestRemainder(
  total: Decimal,
  parts: readonly Decimal[],
  digits: number,
): Decimal[] {
  if (parts.length === 0) return [];
  // A credit is shared like the charge that it takes back, so that the two cancel line by line.
  if (total.isNegative()) {
    const mirrored = parts.map((part) => part.negated());
    return shareByLargestRemainder(total.negated(), mirrored, digits).map((share) =>
      share.isZero() ? zero : share.negated(),
    );
  }
  const unit = smallestUnit(digits);
  const exact = parts.map(withoutNoise);
  const shares = exact.map((value) => value.toDecimalPlaces(digits, Decimal.ROUND_FLOOR));
  const order = exact
    .map((value, index) => ({ index, remainder: value.minus(shares[index]!) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  const missing = total.minus(sum(shares)).dividedBy(unit).toDecimalPlaces(0).toNumber();
  const step = missing < 0 ? unit.negated() : unit;
  // Taking back (a rounded-down total) starts at the smallest remainder, the mirror of giving.
  const queue = missing < 0 ? order.reverse() : order;
  for (let given = 0; given < Math.abs(missing); given++) {
    const { index } = queue[given % queue.length]!;
    shares[index] = shares[index]!.plus(step);
  }
  return shares.map((share) => (share.isZero() ? zero : share));
}

/**
 * Splits `total` in proportion to `weights` into parts of `digits` decimals that add up to it exactly.
 * 100.00 by 1, 1, 1 is 33.34, 33.33, 33.33. The weights must not add up to 0.
 */
export function allocate(total: Decimal, weights: readonly Decimal[], digits: number): Decimal[] {
  const all = sum(weights);
  const exact = weights.map((weight) => total.times(weight).dividedBy(all));
  return shareByLargestRemainder(total, exact, digits);
}
