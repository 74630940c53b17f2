import { Decimal as DecimalBase } from "decimal.js";

/**
 * The decimal of every price, quantity and amount. 60 digits hold the product of two 15-digit cells
 * times a day count exactly; only a division can end in a rounded 60th digit (see `withoutNoise`).
 */
export const Decimal = DecimalBase.clone({
  precision: 60,
  rounding: DecimalBase.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Decimal = DecimalBase;

export const zero: Decimal = new Decimal(0);
export const one: Decimal = new Decimal(1);

/** The least step of figures with so many decimals: 0.01 for 2, 1 for 0. */
export const smallestUnit = (digits: number): Decimal => new Decimal(10).pow(-digits);

/** More decimals than exact figures have, and fewer than a division leaves. */
const NOISE_FREE_DECIMALS = 40;

/**
 * The value that a quotient stands for once it was multiplied or added on: 4 ÷ 3 × 0.00375 falls short of the tie at
 * 0.005 by its last digit. Wherever a tie or a remainder decides a minor unit, this comes first.
 */
export function withoutNoise(value: Decimal): Decimal {
  return value.toDecimalPlaces(NOISE_FREE_DECIMALS, Decimal.ROUND_HALF_EVEN);
}

/** Exact sum; 0 for nothing. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  // Most sums are of a few figures, and of many of them one is all: nothing is added to nothing.
  for (const value of values) total = total === zero ? value : total.plus(value);
  return total;
}

/** Whole numbers below it are decimals at once. */
const LARGEST_PLAIN = 1e7;

function readDouble(value: number): Decimal {
  // A whole number needs no text; beyond this it would be made of one.
  if (Number.isInteger(value) && Math.abs(value) < LARGEST_PLAIN)
    return value === 0 ? zero : new Decimal(value);
  // The shortest text of most doubles has at most 15 digits already; only the rest pays for toPrecision.
  const text = String(value);
  return new Decimal(text.length <= 15 ? text : value.toPrecision(15));
}

/** The fees, prices and rates of thousands of rows are few: the last doubles read are kept, each in the slot of its bits. */
const SLOT_BITS = 10;
/** Of 2^32: multiplied by it, patterns that differ in a few bits differ in the first ones. */
const GOLDEN_RATIO = 0x9e3779b1;
const SLOTS = 1 << SLOT_BITS;
const keptDoubles = new Float64Array(SLOTS).fill(Number.NaN);
const keptDecimals: Decimal[] = Array.from({ length: SLOTS }, () => zero);
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** The decimal that Excel shows for a double at 15 significant digits: 0.1 + 0.2 is 0.3. */
export function decimalOfDouble(value: number): Decimal {
  double[0] = value;
  const slot = Math.imul(halves[0]! ^ halves[1]!, GOLDEN_RATIO) >>> (32 - SLOT_BITS);
  if (keptDoubles[slot] === value) return keptDecimals[slot]!;
  const decimal = readDouble(value);
  keptDoubles[slot] = value;
  keptDecimals[slot] = decimal;
  return decimal;
}
