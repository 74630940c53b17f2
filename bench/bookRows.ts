import type { Cell } from "./sheetParts";

/** Rows that books of several benchmarks have alike. */

export type Row = readonly Cell[];

/** An id by its index: C000001 is the first contract. */
export const idOf = (letter: string, index: number): string =>
  `${letter}${String(index + 1).padStart(6, "0")}`;

/** The header of Invoice lines. */
export const lineHeader: Row = [
  ...["Invoice number", "Line", "Contract ID", "Product", "Kind", "Period start", "Period end"],
  ...["Quantity", "Unit price", "Amount"],
];
