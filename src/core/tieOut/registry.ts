import type { TieOut } from "./openItems";
import { csvItems } from "./sources/csvItems";
import { oracleAging } from "./sources/oracleAging";
import { quickbooksAging } from "./sources/quickbooksAging";
import { sapFbl5n } from "./sources/sapFbl5n";
import { xeroAging } from "./sources/xeroAging";

/** Every list that open items are compared with, in the order in which they are offered. */
export const tieOuts: readonly TieOut[] = [quickbooksAging, xeroAging, sapFbl5n, oracleAging, csvItems];

/** The list of that id; undefined where there is none. */
export function findTieOut(id: string): TieOut | undefined {
  return tieOuts.find((entry) => entry.id === id);
}
