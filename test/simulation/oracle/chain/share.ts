import { Fraction } from "../fraction";

/** An amount of money over weights by largest remainder, the first on ties: 1.00 over 3.33, 3.33, 3.34. */
export function sharedBy(total: Fraction, weights: readonly Fraction[], digits: number): Fraction[] {
  const sum = Fraction.sum(weights);
  if (sum.isZero) return weights.map(() => Fraction.zero);
  const unit = Fraction.of(1).over(Fraction.of(10n ** BigInt(digits)));
  const exact = weights.map((weight) => total.times(weight).over(sum).over(unit));
  const whole = exact.map((share) => share.roundedDown());
  const left = Number(total.over(unit).minus(Fraction.sum(whole)).text(0));
  const order = exact
    .map((share, at) => ({ at, rest: share.minus(whole[at] ?? Fraction.zero) }))
    .sort((a, b) => (a.rest.isAbove(b.rest) ? -1 : b.rest.isAbove(a.rest) ? 1 : a.at - b.at));
  const raised = new Set(order.slice(0, left).map(({ at }) => at));
  return whole.map((units, at) => (raised.has(at) ? units.plus(Fraction.of(1)) : units).times(unit));
}
