import { minorDigits } from "./currency";
import type { Decimal } from "./decimal";

/** Digits in groups of three, with their sign: 12,000. */
export function groupedDigits(digits: string): string {
  const first = digits.startsWith("-") ? 1 : 0;
  let text = digits;
  for (let at = digits.length - 3; at > first; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`;
  return text;
}

/** A figure as it is read aloud in an explanation: 12,000 or 0.0375, never in exponents, whatever the locale. */
export function formatFigure(value: Decimal): string {
  const [whole = "0", decimals] = value.abs().toSignificantDigits(15).toFixed().split(".");
  const grouped = groupedDigits(whole);
  const sign = value.isNegative() && !value.isZero() ? "−" : "";
  return decimals === undefined ? sign + grouped : `${sign}${grouped}.${decimals}`;
}

/** An amount with its currency's decimals: 1,234.50. */
export function formatMoney(amount: Decimal, currency: string): string {
  const digits = minorDigits(currency);
  const text = formatFigure(amount.toDecimalPlaces(digits));
  if (digits === 0) return text;
  const [whole, decimals = ""] = text.split(".");
  return `${whole!}.${decimals.padEnd(digits, "0")}`;
}

/** An amount with all its decimals, at least those of its currency: 46.275 or 46.20. */
export function formatExactMoney(amount: Decimal, currency: string): string {
  return amount.decimalPlaces() <= minorDigits(currency)
    ? formatMoney(amount, currency)
    : formatFigure(amount);
}

/** 0.029 as 2.9 %. */
export function formatPercent(fraction: Decimal): string {
  return `${formatFigure(fraction.times(100))} %`;
}
