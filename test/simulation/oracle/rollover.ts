import type { Rollover } from "../year/terms";
import { Fraction } from "./fraction";

const { zero } = Fraction;

/** Units that a period left, and for how many further periods they can be used. */
interface Moved {
  readonly units: Fraction;
  readonly periods: number;
}

/** Uses up units, the first ones first; what is left of each. */
function drawn(moved: readonly Moved[], quantity: Fraction): Moved[] {
  let rest = quantity;
  return moved.map(({ units, periods }) => {
    const taken = units.least(rest);
    rest = rest.minus(taken);
    return { units: units.minus(taken), periods };
  });
}

/** The maximum caps what moves: the oldest units are cut. */
function capped(moved: readonly Moved[], maximum: string | undefined): Moved[] {
  if (maximum === undefined) return [...moved];
  const total = Fraction.sum(moved.map(({ units }) => units));
  return drawn(moved, total.minus(Fraction.of(maximum)).most(zero));
}

/**
 * The units that are free in each period: its own, and what earlier periods left, the oldest used first.
 * 1,000 included and 600 used: the next period has 1,400.
 */
export function freeUnits(
  metered: readonly Fraction[],
  included: Fraction,
  { periods, maximum }: Rollover,
): Fraction[] {
  let moved: readonly Moved[] = [];
  return metered.map((quantity) => {
    const own = { units: included, periods };
    const all = [...moved, own];
    const free = Fraction.sum(all.map(({ units }) => units));
    const left = drawn(all, quantity.most(zero))
      .filter((some) => some.periods > 0 && !some.units.isZero)
      .map((some) => ({ units: some.units, periods: some.periods - 1 }));
    moved = capped(left, maximum);
    return free;
  });
}
