import { day, monthOf, type Day } from "../year/day";
import type { Contract, Price, SimulatedYear } from "../year/simulatedYear";
import type { Placement } from "../year/terms";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { modelAmount } from "./models";

/** The share that is given back: both the first and the last day count. */
function shareBack({ start, left }: Placement, { refundScale = [] }: Price): Fraction {
  if (left === undefined) return Fraction.zero;
  const days = day(left) - day(start) + 1;
  const step = [...refundScale].sort((a, b) => a.days - b.days).find((candidate) => days <= candidate.days);
  return Fraction.of(step?.share ?? "0");
}

/** A fee for each placement in the run of its start, a part of it back in the run in which somebody left. */
export function placementCharges(
  prices: readonly Price[],
  { placements = [], currency }: Contract,
  year: SimulatedYear,
): Charge[] {
  const charge = (price: Price, name: string, on: Day, exact: Fraction): Charge => ({
    product: price.product,
    priceId: `${price.id} ${name}`,
    isFixed: false,
    days: { from: on, to: on },
    run: monthOf(on),
    exact,
    amount: exact.rounded(digitsOf(currency), year.rounding),
    within: () => Fraction.zero,
  });
  return prices.flatMap((price) =>
    placements.flatMap((placement): Charge[] => {
      const fee = modelAmount(Fraction.of(placement.pay), price).rounded(digitsOf(currency), year.rounding);
      const back = fee.times(shareBack(placement, price)).negated();
      const start = charge(price, placement.id, day(placement.start), fee);
      return placement.left === undefined
        ? [start]
        : [start, charge(price, `${placement.id} back`, day(placement.left), back)];
    }),
  );
}
