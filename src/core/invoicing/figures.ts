import { civilOf, formatDay, LAST_DAY } from "../calendar/day";
import type { Period } from "../calendar/period";
import { minorDigits } from "../money/currency";
import type { Decimal } from "../money/decimal";
import { figure } from "../money/figure";

/** An amount with its currency's decimals: 1,234.50. */
export function money(amount: Decimal, currency: string): string {
  const digits = minorDigits(currency);
  const text = figure(amount.toDecimalPlaces(digits));
  if (digits === 0) return text;
  const [whole, decimals = ""] = text.split(".");
  return `${whole!}.${decimals.padEnd(digits, "0")}`;
}

/** An amount with all its decimals, at least those of its currency: 46.275 or 46.20. */
export function exactMoney(amount: Decimal, currency: string): string {
  return amount.decimalPlaces() <= minorDigits(currency) ? money(amount, currency) : figure(amount);
}

/** 0.029 as 2.9 %. */
export function percent(fraction: Decimal): string {
  return `${figure(fraction.times(100))} %`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 15 Oct 2026. */
export function dayText(day: number): string {
  const date = civilOf(day);
  return `${String(date.day)} ${months[date.month - 1]!} ${String(date.year)}`;
}

/** 15 to 31 Oct 2026; both days in full where the months differ, and only the first where there is no end. */
export function periodText({ from, to }: Period): string {
  if (to === LAST_DAY) return `from ${dayText(from)} on`;
  const first = civilOf(from);
  const sameMonth = formatDay(from).slice(0, 7) === formatDay(to).slice(0, 7);
  return sameMonth ? `${String(first.day)} to ${dayText(to)}` : `${dayText(from)} to ${dayText(to)}`;
}
