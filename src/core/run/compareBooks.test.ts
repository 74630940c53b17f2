import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import type { Snapshot } from "../grid/grid";
import { compareBooks } from "./compareBooks";

type Tables = Readonly<Record<string, readonly Row[]>>;

const units = (row: Row = {}) =>
  priceRow({ Product: "Units", "Pricing model": "per_unit", "Unit price": 1, ...row });
const used = (quantity: number, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Meter: "Units",
  Date: "2026-01-10",
  Quantity: quantity,
  ...row,
});

/** January of a contract with units at 1.00, 100 of them used; what a test names goes before that. */
function billed(tables: Tables = {}): Snapshot {
  return billMonth(
    bookOf({ Contracts: [contractRow()], Prices: [units()], Usage: [used(100)], ...tables }),
    month("2026-01"),
  ).book;
}

function told(a: Snapshot, b: Snapshot) {
  const { documents } = compareBooks(a, b);
  return documents.map(({ difference, effects, cells }) => ({
    difference: difference.toFixed(2),
    effects: effects.map(({ effect, amount, cause }) => `${effect} ${amount.toFixed(2)} ${cause}`),
    cells: cells.map(
      ({ table, column, a: was, b: is, cellA, cellB }) =>
        `${table} ${column} ${String(was)} → ${String(is)} ${cellA} ${cellB}`,
    ),
  }));
}

test("explore", () => {
  const a = billed();
  const show = (b: Tables, from = a) => console.log(JSON.stringify(told(from, billed(b)), null, 1));
  expect(told(a, billed())).toEqual([]);
  show({ Usage: [used(150)] });
  show({ Usage: [used(100), used(20)] });
  show({ Prices: [units({ "Unit price": 1.2 })], Usage: [used(150)] });
  const g = (t: string) => ({
    Prices: [units({ "Pricing model": "graduated", "Unit price": undefined, Tiers: t })],
  });
  show(g("80: 1; *: 0.5"), billed(g("60: 1; *: 0.5")));
  show(g("80: 1.1; *: 0.5"), billed(g("60: 1; *: 0.5")));
  show({ Prices: [units({ "Discount %": 10 })] });
  show({ Prices: [units({ Minimum: 120 })] });
  show({ Contracts: [contractRow({ "Minimum commitment": 500 })] });
  const fee = priceRow({ Product: "Fee", "Flat fee": 310 });
  show({ Prices: [units(), fee] });
  show(
    { Contracts: [contractRow({ "End date": "2026-01-10" })], Prices: [units(), fee] },
    billed({ Prices: [units(), fee] }),
  );
  show({ Prices: [units()] }, billed({ Prices: [units(), fee] }));
  show({ Contracts: [contractRow({ Currency: "EUR" })] });
  show({ Contracts: [contractRow({ "Tax %": 20 })] });
  show({
    Adjustments: [
      { "Contract ID": "C1", Date: "2026-01-20", Amount: -10, Description: "x", "Reason code": "GOODWILL" },
    ],
  });
  show({
    Prices: [
      units({ "Effective to": "2026-01-09" }),
      units({ "Unit price": 1.5, "Effective from": "2026-01-10" }),
    ],
  });
});
