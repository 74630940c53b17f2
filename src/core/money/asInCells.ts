import { Decimal, decimalOfDouble } from "./decimal";

/** A record with its figures as a cell keeps them: of 15 digits. */
export function asInCells<T extends object>(record: T): T {
  const entries = Object.entries(record).map(([field, value]: [string, unknown]) => [
    field,
    Decimal.isDecimal(value) ? decimalOfDouble(value.toNumber()) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
