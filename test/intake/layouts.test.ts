import { codes, day, owed, pricesOf, run, START, usage, type Row, type Rows } from "./october";

describe("tiers as people write them", () => {
  it.each([
    "0 - 1,000 @ 0.10; 1,001+ @ 0.08",
    "first 1000: 0.10; then: 0.08",
    "1-1000 calls @ €0.10; over 1000 calls @ €0.08",
    "up to 1000: 0.10, above 1000: 0.08",
    "<= 1000: 0.10 | > 1000: 0.08",
    "bis 1000: 0,10; ab 1001: 0,08",
    "0–1000: 0.10\n1001 and above: 0.08",
  ])("%j", async (tiers) => {
    expect(await owed({ Prices: pricesOf(["Tiers"], ["K1", "Calls", "graduated", tiers]) })).toEqual({
      owed: "140.00",
      codes: [],
    });
  });

  it.each<[string, Rows]>([
    [
      "From and To, and above",
      [
        ["Price ID", "From", "To", "Price"],
        ["P1", 1001, "and above", 0.08],
        ["P1", 0, 1000, 0.1],
      ],
    ],
    [
      "a Band text",
      [
        ["Price ID", "Band", "Price"],
        ["P1", "0-1000", 0.1],
        ["P1", "above 1000", 0.08],
      ],
    ],
    [
      "From alone with round figures",
      [
        ["Price ID", "From", "Price"],
        ["P1", 0, 0.1],
        ["P1", 1000, 0.08],
      ],
    ],
    [
      "Price per 1,000 in the header",
      [
        ["Price ID", "Up to", "Price per 1,000"],
        ["P1", 1000, 100],
        ["P1", "*", 80],
      ],
    ],
  ])("a table with %s", async (_form, tiers) => {
    const prices = pricesOf(["Price ID"], ["K1", "Calls", "graduated", "P1"]);
    expect(await owed({ Prices: prices, Tiers: tiers })).toEqual({ owed: "140.00", codes: [] });
  });

  it.each<[string, Rows]>([
    [
      "decimal commas",
      [
        ["1.000", "0,10"],
        ["5.000", "0,08"],
        ["*", "0,05"],
      ],
    ],
    [
      "bands with decimal commas",
      [
        ["0-1.000", "0,10"],
        ["1.001-5.000", "0,08"],
        ["über 5.000", "0,05"],
      ],
    ],
    [
      "thousands in the English way",
      [
        ["1,000", 0.1],
        ["5,000", 0.08],
        ["*", 0.05],
      ],
    ],
    [
      "numbers, whatever their prices show",
      [
        [1000, "0,10"],
        [5000.125, "0,08"],
        ["*", "0,05"],
      ],
    ],
    [
      "a sign that a fee settles",
      [
        ["1.000", 0.1, "0,00"],
        ["*", 0.08, ""],
      ],
    ],
  ])("a table of texts with %s", async (_form, rows) => {
    const prices = pricesOf(["Price ID"], ["K1", "Calls", "graduated", "P1"]);
    const Tiers = [["Price ID", "Up to", "Price", "Flat fee"], ...rows.map((row) => ["P1", ...row])];
    expect((await owed({ Prices: prices, Tiers })).owed).toBe("140.00");
  });

  it.each([
    ["nothing", 0.1],
    ["no other bound, only a price,", "€ 0.1"],
  ])("a table whose 1.000 %s settles is not guessed", async (_by, price) => {
    const prices = pricesOf(["Price ID"], ["K1", "Calls", "graduated", "P1"]);
    const Tiers = [
      ["Price ID", "Up to", "Price"],
      ["P1", "1.000", price],
      ["P1", "*", 0.08],
    ];
    const { owed: amount, codes: said } = await owed({ Prices: prices, Tiers });
    expect([amount, said.at(-1)]).toEqual([undefined, "BAD_TIERS Tiers!A2"]);
  });

  it.each([
    "0-1000 @ 0.10; 1000.5-2000 @ 0.08",
    "100-1000: 0.10; above: 0.08",
    "0-1000: 0.10; 1002+: 0.08",
    "below 1000: 0.10; *: 0.08",
  ])("%j has a hole or two meanings", async (tiers) => {
    const result = await run({ Prices: pricesOf(["Tiers"], ["K1", "Calls", "graduated", tiers]) });
    expect([result.held, codes(result)]).toEqual([["K1"], ["BAD_TIERS Prices!D2"]]);
  });
});

describe("tax without a table of codes", () => {
  const taxed = (columns: Row, ...cells: Row): Rows => [
    ["Contract ID", "Customer ID", "Start date", "Currency", ...columns],
    ["K1", "C1", START, "EUR", ...cells],
  ];
  const prices = pricesOf(["Unit price"], ["K1", "Calls", "per_unit", 0.1]);

  it.each<[Row[number], string]>([
    [0.4, "60.00"],
    [1.5, "2.25"],
    ["7.7 %", "11.55"],
    [0, "0.00"],
  ])("%j", async (rate, tax) => {
    const result = await run({ Contracts: taxed(["Tax %"], rate), Prices: prices });
    expect([result.invoices[0]?.tax, result.issues.some(({ code }) => code === "NO_TAX")]).toEqual([
      tax,
      false,
    ]);
  });

  it("beside a code at another rate is an error", async () => {
    const codesTable: Rows = [
      ["Tax code", "Rate"],
      ["STD", 0.2],
    ];
    const result = await run({
      Contracts: taxed(["Tax code", "Tax %"], "STD", 19),
      Prices: prices,
      "Tax codes": codesTable,
    });
    expect([result.held, codes(result)]).toEqual([["K1"], ["MODEL_CONFLICT Contracts!F2"]]);
  });

  it("is said once where there is none", async () => {
    const { issues } = await run({ Prices: prices });
    expect(issues.filter(({ code }) => code === "NO_TAX")).toHaveLength(1);
  });
});

describe("dates, names and signs", () => {
  it("a price that ends before it begins holds its contract", async () => {
    const prices = pricesOf(
      ["Unit price", "Effective from", "Effective to"],
      ["K1", "Calls", "per_unit", 0.1, day("2026-10-10"), day("2026-10-09")],
    );
    const result = await run({ Prices: prices });
    expect([result.held, codes(result)]).toEqual([["K1"], ["DATES_REVERSED Prices!F2"]]);
  });

  it("two names of one customer are a warning, the same in other letters none", async () => {
    const rows: Rows = [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ["K1", "C1", "Alder Ltd", START, "EUR"],
      ["K2", "C1", "alder ltd.", START, "EUR"],
      ["K3", "C1", "Birch Ltd", START, "EUR"],
    ];
    const prices = pricesOf(["Flat fee"], ...["K1", "K2", "K3"].map((id): Row => [id, "Calls", "flat", 1]));
    expect(codes(await run({ Contracts: rows, Prices: prices }))).toEqual([
      "CUSTOMER_NAMES_DIFFER Contracts!C4",
    ]);
  });

  it("an Excel quantity beyond 15 digits is an error and no amount is lost", async () => {
    const used: Rows = [usage[0]!, ["K1", "Calls", day("2026-10-05"), 1e300]];
    const result = await run({
      Usage: used,
      Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", 0.1]),
    });
    expect(result.held).toEqual(["K1"]);
    expect(codes(result)).toContain("OUT_OF_RANGE Usage!D2");
  });

  it("an amount beyond 15 digits is an error", async () => {
    const used: Rows = [usage[0]!, ["K1", "Calls", day("2026-10-05"), 9e14]];
    const result = await run({
      Usage: used,
      Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", 10]),
    });
    expect([result.held, codes(result)]).toEqual([["K1"], ["BEYOND_15_DIGITS Prices!B2"]]);
  });
});
