import { codes, day, owed, pricesOf, run, START, subtotal, usage, type Row, type Rows } from "./october";

const onPlans = (...rows: Row[]): Rows => [
  ["Contract ID", "Customer ID", "Plan", "Start date", "End date", "Currency"],
  ...rows,
];
const planPrices: Rows = [
  [
    "Plan",
    "Contract ID",
    "Product",
    "Pricing model",
    "Unit price",
    "Flat fee",
    "Effective from",
    "Effective to",
  ],
  ["Basic", null, "Calls", "per_unit", 0.2],
  ["Basic", null, "Base", "flat", null, 310],
  ["Pro", null, "Calls", "per_unit", 0.1],
  ["Pro", null, "Base", "flat", null, 620],
];

describe("prices of plans", () => {
  it("come back after a price of the contract's own has ended", async () => {
    const prices: Rows = [
      ...planPrices,
      [null, "K1", "Calls", "per_unit", 0.05, null, day("2026-10-04"), day("2026-10-06")],
    ];
    // 310 + 1,000 × 0.05 + 500 × 0.20
    expect(
      await owed({ Contracts: onPlans(["K1", "C1", "basic", START, null, "EUR"]), Prices: prices }),
    ).toEqual({
      owed: "460.00",
      codes: [],
    });
  });

  it("of one contract count while it is on the plan that they name as well", async () => {
    const rows = onPlans(
      ["K1", "C1", "Basic", START, day("2026-10-15"), "EUR"],
      ["K1", "C1", "Pro", day("2026-10-16"), null, "EUR"],
    );
    const prices: Rows = [...planPrices, ["Pro", "K1", "Calls", "per_unit", 1]];
    // 310 × 15/31 + 620 × 16/31 + 1,000 × 0.20 + 500 × 1
    expect(await owed({ Contracts: rows, Prices: prices })).toEqual({ owed: "1170.00", codes: [] });
  });

  it("change within the month by a second row, whichever stands first", async () => {
    const rows = onPlans(
      ["K1", "C1", "Pro", day("2026-10-16"), null, "EUR"],
      ["K1", "C1", "Basic", START, day("2026-10-15"), "EUR"],
    );
    // 150 + 320 + 200 + 50
    expect(await owed({ Contracts: rows, Prices: planPrices })).toEqual({ owed: "720.00", codes: [] });
  });

  it("are an error where the plan is unknown, with the one that is meant", async () => {
    const result = await run({
      Contracts: onPlans(["K1", "C1", "Basics", START, null, "EUR"], ["K2", "C2", "PRO", START, null, "EUR"]),
      Prices: planPrices,
    });
    expect(codes(result)).toContain("UNKNOWN_PLAN Contracts!C2");
    expect(result.held).toEqual(["K1"]);
    expect(subtotal(result, "K2")).toBe("620.00");
  });

  it("that are broken hold every contract of the plan, once", async () => {
    const rows = onPlans(
      ["K1", "C1", "Basic", START, null, "EUR"],
      ["K2", "C2", "Basic", START, null, "EUR"],
    );
    const prices: Rows = [
      ["Plan", "Product", "Pricing model", "Tiers"],
      ["Basic", "Calls", "graduated", "10-20: 1; 5: 2"],
    ];
    const result = await run({ Contracts: rows, Prices: prices });
    expect(result.held).toEqual(["K1", "K2"]);
    expect(codes(result)).toEqual(["BAD_TIERS Prices!D2"]);
  });

  it("never apply to a contract that is on another plan, and the row says so", async () => {
    const prices: Rows = [...planPrices, ["Pro", "K1", "Calls", "per_unit", 1]];
    const result = await owed({
      Contracts: onPlans(["K1", "C1", "Basic", START, null, "EUR"]),
      Prices: prices,
    });
    expect(result).toEqual({ owed: "610.00", codes: ["PRICE_OUTSIDE_CONTRACT Prices!A6"] });
  });

  it("stand in one sheet with contracts: each row is a price of its days", async () => {
    const sheet: Rows = [
      [
        "Contract ID",
        "Customer ID",
        "Start date",
        "End date",
        "Currency",
        "Product",
        "Pricing model",
        "Unit price",
      ],
      ["K1", "C1", START, day("2026-10-15"), "EUR", "Calls", "per_unit", 0.2],
      ["K1", "C1", day("2026-10-16"), null, "EUR", "Calls", "per_unit", 0.1],
    ];
    expect(await owed({ Contracts: sheet })).toEqual({ owed: "250.00", codes: [] });
  });

  it("rows of one contract that differ in the customer are an error", async () => {
    const rows = onPlans(
      ["K1", "C1", "Basic", START, day("2026-10-15"), "EUR"],
      ["K1", "C9", "Pro", day("2026-10-16"), null, "EUR"],
    );
    const result = await run({ Contracts: rows, Prices: planPrices });
    expect(codes(result)).toEqual(["CONTRACT_ROWS_DIFFER Contracts!B3"]);
    expect(result.held).toEqual(["K1"]);
  });
});

describe("one row is customer and contract", () => {
  const clients: Rows = [
    ["Customer ID", "Customer name", "Start date", "Currency"],
    ["C1", "Alder", START, "EUR"],
  ];
  const used: Rows = [
    ["Customer ID", "Meter", "Date", "Quantity"],
    ["C1", "Calls", day("2026-10-05"), 100],
  ];

  it.each(["Contract ID", "Customer ID"])("with prices by %s", async (header) => {
    const prices: Rows = [
      [header, "Product", "Pricing model", "Unit price"],
      ["C1", "Calls", "per_unit", 0.5],
    ];
    const result = await run({ Contracts: clients, Usage: used, Prices: prices });
    expect([subtotal(result, "C1"), codes(result)]).toEqual(["50.00", []]);
  });

  it("also where a mapping gives one column to both", async () => {
    const result = await run({
      Settings: [
        ["Key", "Value"],
        ["Mapping: Contracts", "Customer ID = Konto; Contract ID = Konto"],
      ],
      Contracts: [
        ["Konto", "Customer name", "Start date", "Currency"],
        ["C1", "Alder", START, "EUR"],
      ],
      Usage: used,
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price"],
        ["C1", "Calls", "per_unit", 0.5],
      ],
    });
    expect([subtotal(result, "C1"), codes(result)]).toEqual(["50.00", []]);
  });
});

describe("discounts", () => {
  const customers = (discount: number): Rows => [
    ["Customer ID", "Customer name", "Discount %"],
    ["C1", "Alder", discount],
  ];

  it.each<[string, Row, Row, string]>([
    ["price", [0.1, 0], [10], "150.00"],
    ["contract", [0.1, null], [10], "135.00"],
    ["customer", [0.1, null], [null], "120.00"],
  ])("stand on the %s", async (_level, price, contract, amount) => {
    const result = await owed({
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency", "Discount %"],
        ["K1", "C1", START, "EUR", ...contract],
      ],
      Customers: customers(20),
      Prices: pricesOf(["Unit price", "Discount %"], ["K1", "Calls", "per_unit", ...price]),
    });
    expect(result).toEqual({ owed: amount, codes: [] });
  });

  it("of a customer that can mean two things holds its contracts and nothing else is said", async () => {
    const result = await run({
      Customers: customers(0.2),
      Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", 0.1]),
    });
    expect([result.held, codes(result)]).toEqual([["K1"], ["AMBIGUOUS_DISCOUNT Customers!C2"]]);
  });
});

describe("price per", () => {
  it.each<[string, Row, Row, string]>([
    ["a column", ["Unit price", "Price per"], [4, 1000], "6.00"],
    ["a header", ["Price per 1,000 calls"], [4], "6.00"],
    ["a third, exactly", ["Unit price", "Price per"], [1, 3], "500.00"],
    [
      "a unit that names it beside the column",
      ["Unit price", "Price per", "Unit"],
      [4, 1000, "per 1000 calls"],
      "6.00",
    ],
  ])("%s", async (_form, columns, cells, amount) => {
    expect(await owed({ Prices: pricesOf(columns, ["K1", "Calls", "per_unit", ...cells]) })).toEqual({
      owed: amount,
      codes: [],
    });
  });

  it("divides tier prices too", async () => {
    const prices = pricesOf(["Tiers", "Price per"], ["K1", "Calls", "graduated", "1000: 10; *: 5", 100]);
    expect(await owed({ Prices: prices })).toEqual({ owed: "125.00", codes: [] });
  });

  it("is said in the explanation", async () => {
    const result = await run({
      Prices: pricesOf(["Unit price", "Price per"], ["K1", "Calls", "per_unit", 4, 1000]),
    });
    expect(result.invoices[0]?.lines[0]?.explanation).toContain("1,500 × 4 per 1,000 = 6.00");
  });

  it("that header and column name differently is an error", async () => {
    const prices = pricesOf(["Price per 1,000", "Price per"], ["K1", "Calls", "per_unit", 4, 100]);
    expect(codes(await run({ Prices: prices }))).toEqual(["MODEL_CONFLICT Prices!E2"]);
  });
});

describe("the currency of a price", () => {
  it.each<[string, Row[number], boolean]>([
    ["$ 0.10 as text", "$ 0.10", false],
    ["kr as text", "kr 0.10", false],
    ["a sign in quotes of a format", { v: 0.1, fmt: '#,##0.00 "£"' }, false],
    ["the contract's sign", "€ 0.10", true],
    ["a colour in a format", { v: 0.1, fmt: "[Red]#,##0.00" }, true],
    [
      "an accounting format of the contract's",
      { v: 0.1, fmt: "_-* #,##0.00 [$€-407]_-;-* #,##0.00 [$€-407]_-" },
      true,
    ],
  ])("%s", async (_form, price, isRight) => {
    const result = await run({ Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", price]) });
    expect(result.held).toEqual(isRight ? [] : ["K1"]);
    expect(codes(result).includes("CURRENCY_MISMATCH Prices!D2")).toBe(!isRight);
  });

  it.each(["USD", "CAD", "AUD"])("a lone $ does not contradict %s", async (currency) => {
    const result = await run({
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency"],
        ["K1", "C1", START, currency],
      ],
      Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", { v: 0.1, fmt: '"$"#,##0.00' }]),
    });
    expect([result.held, subtotal(result)]).toEqual([[], "150.00"]);
  });

  it("of a plan is checked against each contract, and said once", async () => {
    const rows = onPlans(
      ["K1", "C1", "Basic", START, null, "EUR"],
      ["K2", "C2", "Basic", START, null, "USD"],
      ["K3", "C3", "Basic", START, null, "GBP"],
    );
    const prices: Rows = [
      ["Plan", "Product", "Pricing model", "Flat fee", "Currency"],
      ["Basic", "Base", "flat", 10, "EUR"],
    ];
    const result = await run({ Contracts: rows, Prices: prices, Usage: [usage[0]!] });
    expect([result.held, codes(result)]).toEqual([["K2", "K3"], ["CURRENCY_MISMATCH Prices!E2"]]);
  });
});

describe("setup fees and free time", () => {
  const contract = (columns: Row, ...cells: Row): Rows => [
    ["Contract ID", "Customer ID", "Start date", "Currency", ...columns],
    ["K1", "C1", START, "EUR", ...cells],
  ];
  const base = pricesOf(
    ["Unit price", "Flat fee"],
    ["K1", "Calls", "per_unit", 0.1],
    ["K1", "Base", "flat", null, 310],
  );

  it("charge the fee in full in a free month, without discount, and prorate the rest", async () => {
    const sheets = {
      Contracts: contract(["Setup fee", "Free until", "Discount %"], 250, day("2026-10-15"), 10),
      Prices: base,
    };
    // 250 + (310 × 16/31 + 500 × 0.10) × 0.9
    expect(await owed(sheets)).toEqual({ owed: "439.00", codes: [] });
    const { invoices } = await run(sheets);
    expect(invoices[0]?.lines.map(({ kind, amount, quantity }) => `${kind} ${quantity} ${amount}`)).toEqual([
      "fixed 1 160.00",
      "discount 1 -16.00",
      "fixed 1 250.00",
      "included 1000 0.00",
      "usage 500 50.00",
      "discount 1 -5.00",
    ]);
  });

  it("are charged once, by the run of the start", async () => {
    const sheets = { Contracts: contract(["Setup fee"], 250), Prices: base };
    expect((await owed(sheets)).owed).toBe("710.00");
    const november = await run(sheets, "2026-11");
    expect(subtotal(november)).toBe("310.00");
  });

  it("of a price fall due with its first day", async () => {
    const prices = pricesOf(
      ["Flat fee", "Setup fee", "Effective from"],
      ["K1", "Base", "flat", 31, 99, day("2026-10-31")],
      ["K1", "Calls", "flat", 0],
    );
    expect((await owed({ Contracts: contract([]), Prices: prices })).owed).toBe("100.00");
  });

  it("prorate a commitment from the day after", async () => {
    const result = await owed({
      Contracts: contract(["Trial until", "Minimum commitment"], day("2026-10-15"), 620),
      Prices: pricesOf(["Unit price"], ["K1", "Calls", "per_unit", 0.1]),
    });
    // 620 × 16/31 = 320 against 50
    expect(result).toEqual({ owed: "320.00", codes: [] });
  });

  it("go on through a change of plan", async () => {
    const rows: Rows = [
      ["Contract ID", "Customer ID", "Plan", "Start date", "End date", "Currency", "Free until"],
      ["K1", "C1", "Basic", START, day("2026-10-10"), "EUR", day("2026-10-15")],
      ["K1", "C1", "Pro", day("2026-10-11"), null, "EUR"],
    ];
    // 620 × 16/31 + 500 × 0.10
    expect((await owed({ Contracts: rows, Prices: planPrices })).owed).toBe("370.00");
  });
});
