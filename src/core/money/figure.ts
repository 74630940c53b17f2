import type { Decimal } from "./decimal";

/** A figure as it is read aloud in an explanation: 12,000 or 0.0375, never in exponents, whatever the locale. */
export function figure(value: Decimal): string {
  const [whole = "0", decimals] = value.abs().toSignificantDigits(15).toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value.isNegative() && !value.isZero() ? "−" : "";
  return decimals === undefined ? sign + grouped : `${sign}${grouped}.${decimals}`;
}
