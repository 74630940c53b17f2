import { Decimal } from "../money/decimal";
import { LARGEST_SCALED, QUANTITY_SCALE, scaleDouble } from "../money/scaledQuantity";
import type { ChargeTerms } from "./charge";
import type { Segment } from "./segments";
import { arePlain } from "./tiers";

/** Integers below this add and multiply by 1 without leaving the exact ones of a float64 (2^53). */
const SAFE = 2 ** 52;
/** The largest power of ten that a float64 holds exactly. */
const LARGEST_POWER = 22;

/** A price over quantities that are integers of 10^-scale: amount × 10^digits = intercept + slope × quantity. */
interface IntegerLine {
  readonly bounds: Float64Array;
  readonly intercepts: Float64Array;
  readonly slopes: Float64Array;
  readonly included: number;
  readonly minimum: number;
  readonly maximum: number;
  /** 10^digits. */
  readonly divisor: number;
}

function scaledInteger(value: Decimal, digits: number): number {
  const scaled = value.times(new Decimal(10).pow(digits));
  return scaled.isInteger() && scaled.abs().lessThan(SAFE) ? scaled.toNumber() : NaN;
}

/** The price in integers, or undefined where a figure does not fit them. */
function integerLine(
  terms: ChargeTerms,
  segments: readonly Segment[],
  scale: number,
): IntegerLine | undefined {
  const { included, minimum, maximum } = terms;
  const figures = segments.flatMap(({ base, unitPrice }) => [base, unitPrice]);
  const limits = [minimum, maximum].filter((limit) => limit !== undefined);
  const priceDigits = Math.max(...[...figures, ...limits].map((figure) => figure.decimalPlaces()));
  const digits = scale + priceDigits;
  if (digits > LARGEST_POWER) return undefined;
  const line: IntegerLine = {
    bounds: Float64Array.from(segments, ({ upTo }) => (upTo ? scaledInteger(upTo, scale) : Infinity)),
    intercepts: Float64Array.from(segments, ({ base, from, unitPrice }) =>
      scaledInteger(base.minus(from.times(unitPrice)), digits),
    ),
    slopes: Float64Array.from(segments, ({ unitPrice }) => scaledInteger(unitPrice, priceDigits)),
    included: scaledInteger(included, scale),
    minimum: minimum ? scaledInteger(minimum, digits) : -Infinity,
    maximum: maximum ? scaledInteger(maximum, digits) : Infinity,
    divisor: 10 ** digits,
  };
  const all = [...line.bounds, ...line.intercepts, ...line.slopes, line.included, line.minimum, line.maximum];
  return all.some(Number.isNaN) ? undefined : line;
}

/** The amount of a scaled quantity of at least 0 as its nearest double; NaN where integers cannot say it. */
function amountOnLine(line: IntegerLine, scaled: number): number {
  const { bounds } = line;
  const quantity = scaled > line.included ? scaled - line.included : 0;
  let segment = 0;
  while (quantity > bounds[segment]!) if (++segment === bounds.length) return NaN;
  const product = line.slopes[segment]! * quantity;
  if (product > SAFE || product < -SAFE) return NaN;
  let amount = line.intercepts[segment]! + product;
  if (amount < line.minimum) amount = line.minimum;
  if (amount > line.maximum) amount = line.maximum;
  // Both are exact, so the quotient is the double nearest to the decimal amount.
  return amount / line.divisor;
}

/**
 * A price made ready for a column of quantities, each rated alone. The function gives the double nearest to the exact
 * amount, or NaN where `chargeQuantity` must decide: figures that do not fit integers, faults, models without segments.
 * Graduated 10: 2; *: 1 gives 25 for the quantity 15.
 */
export function columnRater(terms: ChargeTerms): (quantity: number) => number {
  const isPlain = terms.discount.isZero() && !terms.freeAtZero && arePlain(terms.tiers);
  const segments = isPlain ? terms.model.segments?.(terms) : undefined;
  const whole = segments && integerLine(terms, segments, 0);
  const fine = segments && integerLine(terms, segments, QUANTITY_SCALE);
  return (quantity) => {
    if (!(quantity >= 0)) return NaN;
    if (whole && Number.isInteger(quantity)) {
      const amount = quantity < LARGEST_SCALED ? amountOnLine(whole, quantity) : NaN;
      if (!Number.isNaN(amount)) return amount;
    }
    const scaled = scaleDouble(quantity);
    return fine && !Number.isNaN(scaled) ? amountOnLine(fine, scaled) : NaN;
  };
}
