import { Decimal, zero } from "../money/decimal";

type QuantityRounding = "up" | "down" | "nearest";

/** How a metered quantity becomes the one that is priced. */
export interface QuantityTerms {
  readonly factor: Decimal;
  /** To a multiple of the step; undefined: not rounded. */
  readonly rounding: QuantityRounding | undefined;
  readonly step: Decimal;
  /** Negative usage = Zero: a negative total counts 0. */
  readonly zeroBelow: boolean;
}

const modes: Readonly<Record<QuantityRounding, 0 | 1 | 4>> = {
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  nearest: Decimal.ROUND_HALF_UP,
};

/**
 * The quantity that is priced: 7,400 × 0.001 up to a whole unit is 8, and so is −7,400 with a minus. Absent terms leave
 * the quantity as it was metered.
 */
export function pricedQuantity(metered: Decimal, terms: QuantityTerms | undefined): Decimal {
  if (!terms) return metered;
  if (terms.zeroBelow && metered.isNegative()) return zero;
  const { factor, rounding, step } = terms;
  const converted = metered.times(factor);
  if (!rounding) return converted;
  // The modes round away from zero and towards it, so that a reversal mirrors what it reverses.
  return converted.dividedBy(step).toDecimalPlaces(0, modes[rounding]).times(step);
}

/** Whether a quantity is another one once it is priced. */
export function isConverted(terms: QuantityTerms | undefined): boolean {
  return terms !== undefined && (terms.rounding !== undefined || !terms.factor.equals(1));
}
