import type { Decimal as DecimalBase } from "decimal.js";
import { Decimal, withoutNoise } from "./decimal";

/** Rounding of ties. half_up is away from zero, as on paper; half_even is the banker's rule. */
export const roundingModes = ["half_up", "half_even", "up", "down"] as const;
export type RoundingMode = (typeof roundingModes)[number];

const modes: Readonly<Record<RoundingMode, DecimalBase.Rounding>> = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
};

/** Rounds once to `digits` decimals: 10.275 to 2 digits is 10.28 half_up and half_even, 10.265 is 10.27 and 10.26. */
export function round(amount: Decimal, digits: number, mode: RoundingMode): Decimal {
  // Most amounts have no more decimals than that.
  if (amount.decimalPlaces() <= digits) return amount.isZero() ? amount.abs() : amount;
  const rounded = withoutNoise(amount).toDecimalPlaces(digits, modes[mode]);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/** Rounds once to a multiple: 10.09 to 0.05 is 10.10. */
export function roundTo(amount: Decimal, multiple: Decimal, mode: RoundingMode): Decimal {
  return round(amount.dividedBy(multiple), 0, mode).times(multiple);
}
