import { day, lastOfMonth, LAST_DAY, monthOf } from "../year/day";
import type { UnitGrant } from "../year/terms";
import { Fraction } from "./fraction";
import { beyond } from "./models";
import type { BillingPeriod } from "./periods";

const { zero } = Fraction;

/** Open where the last day of the month in which a period ends is within. */
function isOpen({ from, to }: UnitGrant, { cut }: BillingPeriod): boolean {
  const last = lastOfMonth(monthOf(cut.to));
  return day(from) <= last && last <= (to === undefined ? LAST_DAY : day(to));
}

const inOrder = (grants: readonly UnitGrant[]) =>
  [...grants].sort(
    (a, b) =>
      (a.to === undefined ? LAST_DAY : day(a.to)) - (b.to === undefined ? LAST_DAY : day(b.to)) ||
      day(a.from) - day(b.from) ||
      (a.id < b.id ? -1 : 1),
  );

/** The included units of each period and those that grants add where it needs them: 150 − 100 granted = 50. */
export function withGrants(
  metered: readonly Fraction[],
  included: Fraction,
  periods: readonly BillingPeriod[],
  grants: readonly UnitGrant[],
): Fraction[] {
  const left = new Map(grants.map(({ id, units }) => [id, Fraction.of(units)]));
  return metered.map((quantity, at) => {
    const period = periods[at];
    let need = beyond(quantity, included);
    let drawn = zero;
    for (const grant of inOrder(grants)) {
      if (period === undefined || !isOpen(grant, period)) continue;
      const rest = left.get(grant.id) ?? zero;
      const taken = rest.least(need);
      left.set(grant.id, rest.minus(taken));
      need = need.minus(taken);
      drawn = drawn.plus(taken);
    }
    return included.plus(drawn);
  });
}
