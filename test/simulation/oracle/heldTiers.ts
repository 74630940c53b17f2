import type { Price, UsageRow } from "../year/simulatedYear";
import { Fraction } from "./fraction";
import { enteredSteps, stepThatHolds } from "./models";
import { byDays, heldByDay } from "./overTime";
import type { BillingPeriod } from "./periods";

const { zero } = Fraction;

/**
 * What is held, by tiers: each unit is in the tier of its rank for the days it is held, since what is removed is taken
 * from the top; or all are in the tier of the peak. Fees are whole.
 */
export function heldAmount(rows: readonly UsageRow[], price: Price, period: BillingPeriod): Fraction {
  const days = heldByDay(rows, period.cut, price);
  const peak = days.reduce((most, held) => most.most(held), zero);
  if (price.model === "stairstep") return stepThatHolds(peak, price).flatFee;
  if (price.model === "volume") {
    const { unitPrice, flatFee } = stepThatHolds(peak, price);
    return byDays(days, period).times(unitPrice).plus(flatFee);
  }
  return Fraction.sum(
    enteredSteps(peak, price).map(({ above, upTo, unitPrice, flatFee }) => {
      const inside = days.map((held) =>
        held
          .least(upTo ?? held)
          .minus(above)
          .most(zero),
      );
      return byDays(inside, period).times(unitPrice).plus(flatFee);
    }),
  );
}
