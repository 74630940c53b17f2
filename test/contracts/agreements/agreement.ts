import type { bookOf } from "../../time/documents";

export type Rows = Parameters<typeof bookOf>[0][string];
export type Tables = Readonly<Record<string, Rows>>;

interface Month {
  readonly period: string;
  /** Rows that are typed before the month is billed. */
  readonly rows?: Tables;
  /** Net and total of its document; blank where there is none. */
  readonly bills: string;
  readonly warns?: readonly string[];
}

/** A contract in tables, and what its months come to by hand. */
export interface Agreement {
  readonly tables: Tables;
  readonly months: readonly Month[];
}

/** Contracts by what they say in prose. */
export type Agreements = Readonly<Record<string, Agreement>>;

export const usage = (...rows: Rows): Rows => [["Contract ID", "Meter", "Date", "Quantity"], ...rows];

export const contractOf = (start: string, currency = "USD"): Rows => [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C1", "K1", "Acme", start, currency],
];
