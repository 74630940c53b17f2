import { bill, header, october, type Rows } from "./smallBook";

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

describe("a sheet that sums up the usage", () => {
  const month = { v: 46326, fmt: "mmm yyyy" };
  const byMonth = (k1: number, k2: number, ...more: Rows): Rows => [
    ["Contract ID", "Meter", "Period", "Units"],
    ["K1", "Calls", month, k1],
    ["K2", "Calls", month, k2],
    ...more,
  ];
  const billed = { K1: "150.00", K2: "60.00", K3: "50.00" };

  test.each(["Usage summary", "Usage by month", "Pivot usage", "Verbrauch Übersicht", "Usage Oct"])(
    "%s is not read where it adds up to the rows",
    async (name) => {
      const { bills, issues, run } = await bill({ [name]: byMonth(1500, 300) });
      expect(bills).toEqual(billed);
      const [said] = issues.filter(({ severity }) => severity !== "info");
      expect(said).toMatchObject({ code: "SHEET_NOT_READ", value: name });
      expect(said!.message).toMatch(/its figures are the sums of the rows in “Usage”$/);
      expect(run.book.notRead).toMatchObject([{ kind: "sheet", at: { sheet: name } }]);
      expect(run.controlTotals.map(({ read }) => read.rows)).toEqual([3]);
    },
  );

  test("two summaries of two months are both not read", async () => {
    const total: Rows = [["Total", null, null, 1800]];
    const { bills, said } = await bill({
      "Usage by month": byMonth(1500, 300, ...total),
      "Usage summary": byMonth(1500, 300),
    });
    expect(bills).toEqual(billed);
    expect(said).toEqual([
      "warning SHEET_NOT_READ Usage by month!A1",
      "warning SHEET_NOT_READ Usage summary!A1",
    ]);
  });

  test.each([
    ["Usage summary", byMonth(10, 20), /is named like a summary/],
    ["Usage by customer", byMonth(1500, 299), /nearly the same/],
    ["Usage Oct", byMonth(1490, 300), /nearly the same/],
  ])("%s that does not add up stops", async (name, rows, why) => {
    const { bills, issues } = await bill({ [name]: rows });
    expect(bills).toEqual({ K3: "50.00" });
    expect(issues.find(({ severity }) => severity === "error")).toMatchObject({
      code: "SUMMARY_SHEET",
      message: expect.stringMatching(why) as string,
    });
  });

  test("usage of another month, of other contracts or of other figures is usage", async () => {
    const september = { v: 46295, fmt: "mmm yyyy" };
    const other: Rows = [header, ["K1", "Calls", september, 1500], ["K2", "Calls", september, 300]];
    expect((await bill({ "Usage Sep": other })).bills).toEqual(billed);
    const { bills } = await bill({ "Usage West": byMonth(10, 20) });
    expect(bills).toEqual({ K1: "151.00", K2: "64.00", K3: "50.00" });
  });

  test("usage that is kept as a summary alone is read", async () => {
    const { bills, said } = await bill({ Usage: [], "Usage summary": byMonth(1500, 300) });
    expect([bills, said]).toEqual([billed, []]);
  });
});
