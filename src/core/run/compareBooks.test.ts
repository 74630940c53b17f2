import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import type { Snapshot } from "../grid/grid";
import { compareBooks } from "./compareBooks";

type Tables = Readonly<Record<string, readonly Row[]>>;

const units = (row: Row = {}) =>
  priceRow({ Product: "Units", "Pricing model": "per_unit", "Unit price": 1, ...row });
const graduated = (tiers: string) =>
  units({ "Pricing model": "graduated", "Unit price": undefined, Tiers: tiers });
const fee = priceRow({ Product: "Fee", "Flat fee": 310 });
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

/** The effects of the only document, each as its name and amount. */
function effectsBetween(a: Tables, b: Tables): string[] {
  const { documents } = compareBooks(billed(a), billed(b));
  expect(documents).toHaveLength(1);
  const said = documents[0]!.effects.map(({ cause }) => cause);
  expect(said.filter((cause) => cause === "")).toEqual([]);
  return documents[0]!.effects.map(({ effect, amount }) => `${effect} ${amount.toFixed(2)}`);
}

const discountRow = (fraction: number): Row => ({
  "Discount ID": "D1",
  "Contract ID": "C1",
  Percent: { percent: fraction },
});
const commitmentRow = (factor: number): Row => ({
  "Commitment ID": "M1",
  "Contract ID": "C1",
  Amount: 50,
  "Overage factor": factor,
});
const escalationRow = (fraction: number): Row => ({
  "Escalation ID": "S1",
  "Contract ID": "C1",
  From: { date: 46_023 },
  Percent: { percent: fraction },
});

const credit = {
  "Contract ID": "C1",
  Date: "2026-01-20",
  Description: "goodwill",
  "Reason code": "GOODWILL",
};

test.each<[string, Tables, Tables, string[]]>([
  ["more used", {}, { Usage: [used(150)] }, ["quantity 50.00"]],
  ["a row added", {}, { Usage: [used(100), used(20)] }, ["quantity 20.00"]],
  [
    "more used at another price: the quantity at the price of A first",
    {},
    { Prices: [units({ "Unit price": 1.2 })], Usage: [used(150)] },
    ["quantity 50.00", "price 30.00"],
  ],
  [
    "a bound moved",
    { Prices: [graduated("60: 1; *: 0.5")] },
    { Prices: [graduated("80: 1; *: 0.5")] },
    ["tier 10.00"],
  ],
  [
    "a bound moved and its price changed: bounds first, at the prices of A",
    { Prices: [graduated("60: 1; *: 0.5")] },
    { Prices: [graduated("80: 1.1; *: 0.5")] },
    ["tier 10.00", "price 8.00"],
  ],
  [
    "a tier added brings its price",
    { Prices: [graduated("60: 1; *: 0.5")] },
    { Prices: [graduated("30: 2; 60: 1; *: 0.5")] },
    ["tier 30.00"],
  ],
  [
    "a model that reads other columns brings its prices",
    {},
    { Prices: [units({ "Pricing model": "package", "Package size": 30, "Unit price": 20 })] },
    ["tier -20.00"],
  ],
  ["an included quantity", {}, { Prices: [units({ "Included quantity": 40 })] }, ["tier -40.00"]],
  ["a discount", {}, { Prices: [units({ "Discount %": 10 })] }, ["discount -10.00"]],
  ["a minimum", {}, { Prices: [units({ Minimum: 120 })] }, ["minimum 20.00"]],
  ["a maximum", {}, { Prices: [units({ Maximum: 70 })] }, ["minimum -30.00"]],
  ["a commitment", {}, { Contracts: [contractRow({ "Minimum commitment": 500 })] }, ["minimum 400.00"]],
  ["a price that only B has", {}, { Prices: [units(), fee] }, ["new 310.00"]],
  ["a price that only A has", { Prices: [units(), fee] }, {}, ["missing -310.00"]],
  [
    "a contract that ends: 10 of 31 days",
    { Prices: [units(), fee] },
    { Prices: [units(), fee], Contracts: [contractRow({ "End date": "2026-01-10" })] },
    ["proration -210.00"],
  ],
  [
    "a price that changes inside the period",
    {},
    {
      Prices: [
        units({ "Effective to": "2026-01-09" }),
        units({ "Unit price": 1.5, "Effective from": "2026-01-10" }),
      ],
    },
    ["price 50.00"],
  ],
  [
    "an agreed discount",
    { Discounts: [discountRow(0.1)] },
    { Discounts: [discountRow(0.25)] },
    ["discount -15.00"],
  ],
  ["a discount that only B has", {}, { Discounts: [discountRow(0.1)] }, ["discount -10.00"]],
  [
    "an overage factor",
    { Commitments: [commitmentRow(1)] },
    { Commitments: [commitmentRow(1.5)] },
    ["minimum 25.00"],
  ],
  ["what is not exceeded", {}, { Contracts: [contractRow({ "Not to exceed": 80 })] }, ["minimum -20.00"]],
  ["a factor of the quantity", {}, { Prices: [units({ "Quantity factor": 0.5 })] }, ["tier -50.00"]],
  [
    "an escalation",
    { Contracts: [contractRow({ "Start date": "2025-01-01" })], Escalations: [escalationRow(0.05)] },
    { Contracts: [contractRow({ "Start date": "2025-01-01" })], Escalations: [escalationRow(0.1)] },
    ["price 5.00"],
  ],
  ["another tax", {}, { Contracts: [contractRow({ "Tax %": 20 })] }, ["tax 20.00"]],
  ["a credit", {}, { Adjustments: [{ ...credit, Amount: -10 }] }, ["adjustment -10.00"]],
  [
    "rounding that no rate explains",
    { Usage: [used(100.005)] },
    { Usage: [used(100.005)], Settings: [{ Key: "Rounding mode", Value: "half_even" }] },
    ["other -0.01"],
  ],
])("%s", (_title, a, b, effects) => {
  expect(effectsBetween(a, b)).toEqual(effects);
});

test("the cause of an effect is the cell that was changed, in the tables of agreements too", () => {
  const causeOf = (a: Tables, b: Tables) =>
    compareBooks(billed(a), billed(b)).documents[0]!.effects[0]!.cause;
  expect([
    causeOf({ Discounts: [discountRow(0.1)] }, { Discounts: [discountRow(0.25)] }),
    causeOf({ Commitments: [commitmentRow(1)] }, { Commitments: [commitmentRow(1.5)] }),
    causeOf({}, { Contracts: [contractRow({ "Not to exceed": 80 })] }),
    causeOf({}, { Prices: [units({ "Quantity factor": 0.5 })] }),
  ]).toEqual([
    "D1: Percent 0.1 → 0.25",
    "M1: Overage factor 1 → 1.5",
    "C1: Not to exceed blank → 80",
    "C1 Units: Quantity factor blank → 0.5",
  ]);
});

test("a document in another currency is taken off in one and comes in in the other", () => {
  const { documents, totals } = compareBooks(
    billed(),
    billed({ Contracts: [contractRow({ Currency: "EUR" })] }),
  );
  expect(
    documents.map(({ currency, effects }) => [
      currency,
      ...effects.map((found) => `${found.effect} ${found.amount.toFixed(2)}`),
    ]),
  ).toEqual([
    ["USD", "currency -100.00"],
    ["EUR", "currency 100.00"],
  ]);
  expect(totals.map(({ currency, difference }) => `${currency} ${difference.toFixed(2)}`)).toEqual([
    "EUR 100.00",
    "USD -100.00",
  ]);
});

test("changed cells have the addresses of both books, and those of other contracts are left out", () => {
  const two = { Contracts: [contractRow(), contractRow({ "Contract ID": "C2" })] };
  const a = billed({ ...two, Prices: [units(), units({ "Contract ID": "C2" })] });
  const b = billed({
    ...two,
    Prices: [units({ "Contract ID": "C2", "Unit price": 9 }), units({ "Unit price": 3 })],
    Usage: [used(1, { Date: "2026-01-02" }), used(101)],
  });
  const { documents } = compareBooks(a, b);
  const cells = documents.find(({ contractId }) => contractId === "C1")!.cells;
  expect(
    cells.map(({ column, a: was, b: is, ...at }) => [column, String(was), String(is), at.cellA, at.cellB]),
  ).toEqual([
    ["Unit price", "1", "3", "Prices!D2", "Prices!D3"],
    ["Quantity", "100", "101", "Usage!D2", "Usage!D3"],
    ["Quantity", "null", "1", "", "Usage!D2"],
  ]);
});
