import { Decimal, decimalOfDouble } from "./decimal";

/** Quantities travel as integers of a millionth; what does not fit goes as a decimal beside them. */
export const QUANTITY_SCALE = 6;
const FACTOR = 10 ** QUANTITY_SCALE;
/** Below this a scaled integer has at most 15 digits, so the double it came from has no other decimal reading. */
export const LARGEST_SCALED = 1e15;

/**
 * The integer r with r × 10^-6 exactly the decimal that Excel shows for the double, or NaN when there is none.
 * r / 10^6 is correctly rounded, so equality says that the decimal r × 10^-6 reads back as the double; with at most
 * 15 digits that decimal is its shortest text.
 */
export function scaleDouble(value: number): number {
  const scaled = Math.round(value * FACTOR);
  return scaled / FACTOR === value && Math.abs(scaled) < LARGEST_SCALED ? scaled : NaN;
}

/** The same for a decimal. */
export function scaleDecimal(value: Decimal): number {
  const scaled = value.times(FACTOR);
  return scaled.isInteger() && scaled.abs().lessThan(LARGEST_SCALED) ? scaled.toNumber() : NaN;
}

/** The decimal r × 10^-6 of an integer r: 1,500,000 is 1.5. Up to 15 digits the double nearest to it shows it. */
export function unscaleQuantity(scaled: number): Decimal {
  return Math.abs(scaled) < LARGEST_SCALED
    ? decimalOfDouble(scaled / FACTOR)
    : new Decimal(scaled).dividedBy(FACTOR);
}

/** Whether a double shows more than Excel's 15 digits, so that reading it changes its value. */
export function hasHiddenDigits(value: number): boolean {
  const text = String(value);
  return text.length > 16 && !decimalOfDouble(value).equals(text);
}
