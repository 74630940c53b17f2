import type { Price } from "../year/simulatedYear";
import { Fraction } from "./fraction";

/** A multiple of the step: 7,400 × 0.001 up is 8; a tie of Nearest goes away from zero. */
function toStep(quantity: Fraction, step: Fraction, rounding: Price["quantityRounding"]): Fraction {
  const steps = quantity.over(step);
  switch (rounding) {
    case "Up":
      return steps.roundedUp().times(step);
    case "Down":
      return steps.roundedDown().times(step);
    case "Nearest":
      return steps.rounded(0).times(step);
    case undefined:
      return quantity;
  }
}

/** A metered quantity in the units of its price: × factor, then to a multiple of the step. */
export const inUnitsOf = (
  { factor = "1", step = "1", quantityRounding }: Price,
  metered: Fraction,
): Fraction => toStep(metered.times(Fraction.of(factor)), Fraction.of(step), quantityRounding);
