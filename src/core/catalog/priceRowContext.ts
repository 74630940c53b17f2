import type { Report } from "../issues/issue";
import type { BoundTable } from "../schema/bind";
import type { pricesTable } from "./prices.table";
import type { TiersText } from "../pricing/tiersText";
import type { TierRows } from "./tierRows";

type BoundPrices = BoundTable<(typeof pricesTable)["columns"]>;

/** What a row of Prices is read against. */
export interface PriceRowContext {
  readonly bound: BoundPrices;
  readonly tierRows: ReadonlyMap<string, TierRows>;
  /** Reads tiers that are written in a cell, rising or falling. */
  readonly readTiers: Readonly<Record<"rising" | "falling", (text: string) => TiersText>>;
  /** Contracts that use the row. */
  readonly holds: readonly string[];
  readonly report: Report;
}
