import { Decimal, decimalOfDouble } from "./decimal";

/** Digits of a figure that a cell keeps. */
const DIGITS = 15;

/** A value as a cell keeps it: a figure of 15 digits. */
export function asInCell(value: unknown): unknown {
  if (!(value instanceof Decimal) || value.precision() <= DIGITS) return value;
  return decimalOfDouble(value.toNumber());
}

/** A record with its figures as cells keep them. */
export function asInCells<T extends object>(record: T): T {
  const entries = Object.entries(record).map(([field, value]: [string, unknown]) => [field, asInCell(value)]);
  return Object.fromEntries(entries) as T;
}
