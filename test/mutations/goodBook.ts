import type { Cell, Tables } from "./sheet";

/** A book that nobody has touched, and what its contracts owe for October 2026, worked out by hand. */
export interface GoodBook {
  readonly name: string;
  readonly tables: Tables;
  readonly bills: Readonly<Record<string, string>>;
}

const day = (date: string): Cell => ({ day: date });
export const october = (date: number): Cell => day(`2026-10-${String(date).padStart(2, "0")}`);
export const start = october(1);
export const earlier = day("2026-01-01");

export const usageHeader = ["Contract ID", "Meter", "Date", "Quantity"];
export const contractHeader = ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"];
