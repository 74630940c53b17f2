import { Decimal } from "../money/decimal";

/** Whether two terms are equal: decimals by value, lists and records part by part, cells wherever they stand. */
export function isSameTerm(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Decimal.isDecimal(a) || Decimal.isDecimal(b))
    return Decimal.isDecimal(a) && Decimal.isDecimal(b) && a.equals(b);
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const isSame = (key: string) => key === "at" || isSameTerm(left[key], right[key]);
  return (
    Object.keys(left).every(isSame) &&
    Object.keys(right).every((key) => Object.hasOwn(left, key) || isSame(key))
  );
}
