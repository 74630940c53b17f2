import { base, bill, october, type Rows } from "./smallBook";
import type { CaseCell } from "./caseBook";

/** Prices of one product in successive ranges of dates, and bounds of tiers where nobody looks for them. */
const successive = (from: string, to: string, start: CaseCell = october(1), end: CaseCell = null): Rows => [
  ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", from, to],
  ["K1", "Calls", "per_unit", 0.1, null, start, october(10)],
  ["K1", "Calls", "per_unit", 0.2, null, october(11), end],
  ["K2", "Calls", "per_unit", 0.2],
  ["K3", "Line rental", "flat", null, 50],
];

describe("successive prices", () => {
  test.each([
    ["From", "To"],
    ["Start date", "End date"],
    ["Valid from", "Valid until"],
    ["Date from", "Date to"],
    ["Effective start date", "Effective end date"],
    ["In force from", "In force until"],
    ["Von", "Bis"],
    ["gültig von", "gültig bis"],
    ["Valable du", "Valable jusqu'au"],
    ["Desde", "Hasta"],
    ["Dal", "Al"],
    ["Geldig vanaf", "Geldig t/m"],
  ])("under %s and %s", async (from, to) => {
    // 1,000 × 0.10 and 500 × 0.20
    expect(await bill({ Prices: successive(from, to) })).toMatchObject({
      bills: { K1: "200.00", K2: "60.00", K3: "50.00" },
      said: [],
    });
  });

  test("that begin on the day on which the other ends overlap", async () => {
    const Prices = successive("From", "To").map((row, index) =>
      index === 2 ? row.map((cell, column) => (column === 5 ? october(10) : cell)) : row,
    );
    const { bills, said } = await bill({ Prices });
    expect([bills.K1, said]).toEqual([undefined, ["error OVERLAPPING_PRICES Prices!B3"]]);
  });

  test("the days of a contract are no days of the price in its row", async () => {
    const Contracts: Rows = [
      [
        "Contract ID",
        "Customer ID",
        "Start date",
        "End date",
        "Renewal",
        "Currency",
        "Product",
        "Pricing model",
        "Flat fee",
      ],
      ["K1", "C1", { date: "2025-01-01" }, { date: "2025-12-31" }, "Auto", "EUR", "Rental", "flat", 30],
    ];
    expect((await bill({ Contracts, Prices: [], Usage: [] })).bills).toEqual({ K1: "30.00" });
  });
});

describe("bounds of tiers in Prices", () => {
  const prices = (...rows: Rows): Rows => [
    ["Contract ID", "Product", "Pricing model", "From", "To", "Unit price", "Flat fee"],
    ...rows,
    ["K2", "Calls", "per_unit", null, null, 0.2],
    ["K3", "Line rental", "flat", null, null, null, 50],
  ];

  test.each<[string, Rows]>([
    [
      "in rows below the price",
      [
        ["K1", "Calls", "graduated", 0, 1000, 0.1],
        [null, null, null, 1001, null, 0.05],
      ],
    ],
    [
      "in rows of the price",
      [
        ["K1", "Calls", "graduated", 0, 1000, 0.1],
        ["K1", "Calls", "graduated", 1001, null, 0.05],
      ],
    ],
    [
      "below a price without",
      [
        ["K1", "Calls", "graduated", null, null, 0.1],
        [null, null, null, 1001, "and above", 0.05],
      ],
    ],
  ])("%s hold it, and are told where they belong", async (_, rows) => {
    const { bills, issues } = await bill({ Prices: prices(...rows) });
    expect(bills).toEqual({ K2: "60.00", K3: "50.00" });
    expect(issues.find(({ code }) => code === "NOT_A_DATE")?.message).toMatch(
      /bounds of quantities stand in Tiers, like 0-1000 @ 0\.10; above @ 0\.05/,
    );
  });

  test("a price without a contract holds those beside it", async () => {
    const Prices: Rows = [
      ...base.Prices!.slice(0, 2),
      [null, "Router", "flat", null, 20],
      ...base.Prices!.slice(2),
    ];
    const { bills, said } = await bill({ Prices });
    // K1 above it, K2 below it
    expect([bills, said]).toEqual([{ K3: "50.00" }, ["error MISSING_VALUE Prices!A3"]]);
  });
});

test("a figure alone below the prices may have come off any of them", async () => {
  const Prices: Rows = [...base.Prices!, [], [null, null, null, 0.3]];
  const { bills, said } = await bill({ Prices });
  expect([bills, said]).toEqual([{}, ["error MISSING_VALUE Prices!B6", "error MISSING_VALUE Prices!C6"]]);
});

describe("tiers without a Price ID", () => {
  const Prices: Rows = [
    base.Prices![0]!,
    ["K1", "Calls", "graduated"],
    ["K2", "Calls", "per_unit", 0.2],
    base.Prices![3]!,
  ];

  test("in one row hold the prices beside it", async () => {
    const tiers = (second: string | null): Rows => [
      ["Price ID", "Up to", "Unit price"],
      ["K1 Calls", 1000, 0.1],
      [second, 1400, 0.08],
      ["K1 Calls", null, 0.05],
    ];
    const { bills, issues } = await bill({ Prices, Tiers: tiers(null) });
    expect(bills).toEqual({ K2: "60.00", K3: "50.00" });
    expect(issues.find(({ code }) => code === "MISSING_VALUE")?.message).toBe(
      "Price ID is empty; as in Prices: its Price ID, or contract (or plan) and product where it has none, like “K1 Calls”",
    );
    // 1,000 × 0.10, 400 × 0.08 and 100 × 0.05
    expect((await bill({ Prices, Tiers: tiers("K1 Calls") })).bills.K1).toBe("137.00");
  });

  test("a tier without a price is not free until it says so", async () => {
    const tiers = (price: number | null): Rows => [
      ["Price ID", "From", "To", "Unit price"],
      ["K1 Calls", 0, 1000, 0.1],
      ["K1 Calls", 1001, null, price],
    ];
    const { bills, issues } = await bill({ Prices, Tiers: tiers(null) });
    expect(bills).toEqual({ K2: "60.00", K3: "50.00" });
    expect(issues.find(({ code }) => code === "BAD_TIERS")?.message).toMatch(
      /row 3 has no price; write 0 if it is free/,
    );
    expect((await bill({ Prices, Tiers: tiers(0) })).bills.K1).toBe("100.00");
  });

  test("in all rows are told what it would be", async () => {
    const Tiers: Rows = [
      ["From", "To", "Unit price"],
      [0, 1000, 0.1],
      [1001, null, 0.05],
    ];
    const { bills, issues } = await bill({ Prices, Tiers });
    expect(bills).toEqual({});
    expect(issues.find(({ code }) => code === "MISSING_COLUMN")?.message).toMatch(/like “K1 Calls”$/);
  });
});

test("of two columns of prices that differ none is taken", async () => {
  const prices = (net: number): Rows => [
    ["Contract ID", "Product", "Pricing model", "List price", "Net price", "Flat fee"],
    ["K1", "Calls", "per_unit", 0.12, net],
    ["K2", "Calls", "per_unit", 0.2, 0.2],
    ["K3", "Line rental", "flat", null, null, 50],
  ];
  const { bills, said } = await bill({ Prices: prices(0.1) });
  expect([bills.K1, said]).toEqual([undefined, ["error AMBIGUOUS_COLUMN Prices!E1"]]);
  expect((await bill({ Prices: prices(0.12) })).bills.K1).toBe("180.00");
});
