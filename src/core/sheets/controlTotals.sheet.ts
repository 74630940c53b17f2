import type { ControlTotal } from "../reconciliation/controlTotals";
import { decimalColumn, integerColumn, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import { defineOutputSheet } from "./outputSheet";
import { countStyle, quantityStyle } from "./styles";
import { textCell, type OutputColumn } from "./tableSheet";

/** What became of usage rows, for the reference. */
const tallies = {
  read: "rows of Usage that are not blank",
  rated: "priced in this run, included quantities too",
  rejected: "could not be used, or no price covers them",
  duplicate: "repeat another row and were counted once",
  outside: "not due in this run, or outside the contract's dates",
  filtered: "kept out by the filter of a meter",
} as const;
type Tally = keyof typeof tallies;

const rowsColumn = (tally: Tally) =>
  integerColumn({ title: `Rows ${tally}`, help: tallies[tally], min: 0, max: 100_000_000 });
const quantityColumn = (tally: Tally) =>
  decimalColumn({ title: `Quantity ${tally}`, help: "the quantity of these rows" });

/** Rows and quantity read = rated + rejected + duplicate + outside + filtered, per usage meter. */
export const controlTotalsTable = defineTable({
  title: "Control totals",
  synonyms: [],
  help: "What became of every usage row, per meter: read = rated + rejected + duplicate + outside + filtered.",
  columns: {
    meter: textColumn({ title: "Meter", help: "the meter as Usage names it; empty for rows without one" }),
    unit: textColumn({ title: "Unit", help: "its unit" }),
    ...columnsOf("rows", rowsColumn),
    ...columnsOf("quantity", quantityColumn),
  },
  examples: [],
});

type Key<Prefix extends string> = `${Prefix}${Capitalize<Tally>}`;
function keyOf<Prefix extends string>(prefix: Prefix, tally: Tally): Key<Prefix> {
  return `${prefix}${tally[0]!.toUpperCase()}${tally.slice(1)}` as Key<Prefix>;
}

function columnsOf<Prefix extends string, T>(
  prefix: Prefix,
  make: (tally: Tally) => T,
): Readonly<Record<Key<Prefix>, T>> {
  const entries = (Object.keys(tallies) as Tally[]).map((tally) => [keyOf(prefix, tally), make(tally)]);
  return Object.fromEntries(entries) as Record<Key<Prefix>, T>;
}

export const controlTotalsSheet = defineOutputSheet({
  table: controlTotalsTable,
  written: "always",
  tabColor: "7F7F7F",
  rows: ({ controlTotals }) => controlTotals,
  columns: {
    meter: { width: 24, cell: ({ meter }: ControlTotal) => textCell(meter) },
    unit: { width: 10, cell: ({ unit }) => textCell(unit) },
    ...columnsOf("rows", (tally): OutputColumn<ControlTotal> => ({
      width: 12,
      cell: (row) => ({ value: row[tally].rows, style: countStyle }),
    })),
    ...columnsOf("quantity", (tally): OutputColumn<ControlTotal> => ({
      width: 16,
      cell: (row) => ({ value: row[tally].quantity, style: quantityStyle(row[tally].quantity) }),
    })),
  },
});
