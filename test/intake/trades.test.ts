import { bill, october, type Rows } from "./smallBook";

/** Contracts and prices in one sheet, as an IT reseller keeps them. */
const agreements = (...rows: Rows): Record<string, Rows> => ({
  Contracts: [],
  Prices: [],
  Usage: [],
  Agreements: [
    ["Customer", "Agreement", "Service", "Pricing model", "Qty", "Rate", "Start", "End", "Currency"],
    ...rows.map((row) => ["Acme", "A-1", ...row]),
  ],
});
const begin = { date: "2024-01-01" };
const backup = ["Backup", "per_unit", 1, 99, begin, null];

describe("services of one contract in one sheet", () => {
  test.each([
    ["ended", ["Seats", "per_unit", 10, 20, begin, { date: "2025-12-31" }]],
    ["about to end", ["Seats", "per_unit", 10, 20, begin, october(11)]],
    ["added later", ["Seats", "per_unit", 10, 20, october(12), null]],
  ] as const)("one that is %s stops beside one with other days, in either order", async (_what, seats) => {
    const orders = await Promise.all([bill(agreements(seats, backup)), bill(agreements(backup, seats))]);
    for (const { bills, said, issues } of orders) {
      expect(bills).toEqual({});
      expect(said).toContain("error OVERLAPPING_CONTRACTS Agreements!G3");
      const { message } = issues.find(({ code }) => code === "OVERLAPPING_CONTRACTS")!;
      expect(message).toMatch(/Effective from and Effective to; or give one a Contract ID of its own$/);
    }
  });

  test("what one row leaves blank another says, in either order", async () => {
    const [said, blank] = [
      ["Seats", "per_unit", 10, 20, begin, null, "EUR"],
      [...backup, null],
    ];
    for (const rows of [
      [said, blank],
      [blank, said],
    ]) {
      const { bills, run } = await bill(agreements(...rows));
      expect(bills).toEqual({ "A-1": "299.00" });
      expect(run.invoices[0]!.currency).toBe("EUR");
    }
  });
});
