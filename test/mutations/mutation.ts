import { randomIndex, shuffled, type Random } from "../../scripts/example/random";
import type { Sheet } from "./sheet";

/**
 * What a mutation means: nothing at all, so nothing new may be said; the same bill, unless the run says why not; or
 * other terms or usage, so that the bill is reckoned again.
 */
export type Effect = "harmless" | "same meaning" | "other meaning";

/** One thing that happens to a book. */
export interface Mutation {
  readonly kind: string;
  readonly effect: Effect;
  /** Changes the sheets; false where the book has nothing of the kind. */
  readonly apply: (sheets: Sheet[], random: Random) => boolean;
}

export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[randomIndex(random, items.length)];
}

/** Tables of which a mutation takes one, if it names none. */
const anyInput = [
  ...["Contracts", "Prices", "Usage", "Customers"],
  ...["Tiers", "Adjustments", "Discounts", "Commitments", "Settings"],
];

/** A mutation of the first sheet that it suits of the tables, of any if none are named. */
export function ofSheet(
  kind: string,
  effect: Effect,
  change: (sheet: Sheet, random: Random, sheets: Sheet[]) => boolean | undefined,
  tables: readonly string[] = anyInput,
): Mutation {
  return {
    kind,
    effect,
    apply: (sheets, random) =>
      shuffled(random, sheets)
        .filter(({ table }) => table !== undefined && tables.includes(table))
        .some((sheet) => change(sheet, random, sheets) === true),
  };
}
