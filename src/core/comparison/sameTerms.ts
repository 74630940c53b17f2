import { Decimal } from "../money/decimal";

/** Whether two terms are equal: decimals by value, lists and records part by part, cells wherever they stand. */
export function isSameTerm(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Decimal.isDecimal(a)) return Decimal.isDecimal(b) && a.equals(b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Decimal.isDecimal(b)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  keys.delete("at");
  return [...keys].every((key) => isSameTerm(left[key], right[key]));
}
