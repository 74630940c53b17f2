import { contract, percent, price, settings, usage, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

const taxCodes: readonly RowInput[] = [
  { "Tax code": "STD", Rate: percent(0.2), Category: "S" },
  { "Tax code": "RED", Rate: 0.05, Category: "S" },
  { "Tax code": "NEW", Rate: 0.19, "Effective to": "2026-03-31" },
  { "Tax code": "NEW", Rate: 0.25, "Effective from": "2026-04-01" },
  { "Tax code": "RC", Rate: 0, Category: "AE", Name: "Reverse charge", "Exemption reason": "Article 196" },
];

const contracts: readonly RowInput[] = [
  contract("ONE", { "Tax code": "STD" }),
  contract("TWO", { "Tax code": "STD" }),
  contract("DATED", { "Tax code": "NEW" }),
  contract("REVERSE", { "Tax code": "RC" }),
  contract("SMALL"),
  contract("CUSTOMER"),
  contract("ORDER", { "Tax code": "STD" }),
  contract("DEFAULT"),
  contract("UNKNOWN", { "Tax code": "XYZ" }),
  contract("YEN", { Currency: "JPY", "Tax code": "STD" }),
  contract("DINAR", { Currency: "BHD", "Tax code": "STD" }),
];

/** A fee of its own product. */
const fee = (contractId: string, amount: number, row: RowInput = {}): RowInput =>
  price(contractId, "flat", { Product: `Fee ${String(amount)}`, "Flat fee": amount, ...row });

const threeSmallFees = (contractId: string): RowInput[] =>
  ["A", "B", "C"].map((name) => fee(contractId, 0.03, { Product: name, "Tax code": "STD" }));

describe("tax", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Settings: settings({ "Tax code": "RED" }),
      Customers: contracts.map((row) => ({
        "Customer ID": row["Customer ID"],
        "Customer name": row["Customer name"],
        "Tax code": ["CUSTOMER", "ORDER"].some((id) => id === row["Contract ID"]) ? "RC" : undefined,
      })),
      Contracts: contracts,
      Prices: [
        fee("ONE", 100.1),
        fee("TWO", 10.05),
        fee("TWO", 30.05, { "Tax code": "RED" }),
        fee("DATED", 100),
        fee("REVERSE", 100),
        ...threeSmallFees("SMALL"),
        fee("CUSTOMER", 100),
        fee("ORDER", 100),
        fee("DEFAULT", 100),
        fee("UNKNOWN", 100),
        price("YEN", "per_unit", { "Unit price": 0.5 }),
        price("DINAR", "per_unit", { "Unit price": 0.0005 }),
      ],
      Usage: [usage("YEN", 25), usage("DINAR", 2469)],
      "Tax codes": taxCodes,
    });
  });

  // 100.10 × 20 %
  test("is the rate on the net", () => {
    expect(billed.invoice("ONE")).toMatchObject({ Subtotal: 100.1, Tax: 20.02, Total: 120.12 });
  });

  // 10.05 × 20 % = 2.01; 30.05 × 5 % = 1.5025 → 1.50
  test("of two codes is rounded for each", () => {
    expect(billed.invoice("TWO")).toMatchObject({ Subtotal: 40.1, Tax: 3.51, Total: 43.61 });
  });

  test("stands on each line as code and rate", () => {
    const shown = billed.lines("TWO", "Amount", "Tax code", "Tax rate");
    expect(shown).toContainEqual({ Amount: 10.05, "Tax code": "STD", "Tax rate": 0.2 });
    expect(shown).toContainEqual({ Amount: 30.05, "Tax code": "RED", "Tax rate": 0.05 });
  });

  test("has the rate of its time", () => {
    expect(billed.invoice("DATED")).toMatchObject({ Tax: 25 });
  });

  test("of a reverse charge is nothing", () => {
    expect(billed.invoice("REVERSE")).toMatchObject({ Subtotal: 100, Tax: 0, Total: 100 });
  });

  // 3 × 0.03 = 0.09; × 20 % = 0.018 → 0.02
  test("is rounded on the invoice's sum by default", () => {
    expect(billed.invoice("SMALL")).toMatchObject({ Subtotal: 0.09, Tax: 0.02, Total: 0.11 });
  });

  test.each([
    ["the customer's code comes before the one of Settings", "CUSTOMER", 0],
    ["the contract's code comes before the customer's", "ORDER", 20],
    ["the price's code comes before the contract's", "TWO", 3.51],
    ["the code of Settings is the last", "DEFAULT", 5],
  ])("%s", (_says, id, tax) => {
    expect(billed.invoice(id).Tax).toBe(tax);
  });

  test("an unknown code holds the invoice", () => {
    expect(billed.invoicesOf("UNKNOWN")).toEqual([]);
    expect(billed.heldCodes("UNKNOWN")).toHaveLength(1);
    // Contracts: ID, customer, name, start, currency, tax code; the 9th contract is in row 10.
    expect(billed.codesAt("Contracts!F10")).toEqual(billed.heldCodes("UNKNOWN"));
  });

  // 25 × 0.5 = 12.5 → 13 yen; 13 × 20 % = 2.6 → 3
  test("yen have no decimals", () => {
    expect(billed.invoice("YEN")).toMatchObject({ Subtotal: 13, Tax: 3, Total: 16 });
  });

  // 2,469 × 0.0005 = 1.2345 → 1.235; × 20 % = 0.247
  test("Bahraini dinars have three decimals", () => {
    expect(billed.invoice("DINAR")).toMatchObject({ Subtotal: 1.235, Tax: 0.247, Total: 1.482 });
  });

  test("totals are per currency", () => {
    // USD: 100.10 + 40.10 + 100 + 100 + 0.09 + 3 × 100 = 640.29; tax 20.02 + 3.51 + 25 + 0.02 + 0 + 20 + 5 = 73.55
    expect(billed.json.totals).toEqual([
      { currency: "BHD", subtotal: 1.235, tax: 0.247, total: 1.482 },
      { currency: "JPY", subtotal: 13, tax: 3, total: 16 },
      { currency: "USD", subtotal: 640.29, tax: 73.55, total: 713.84 },
    ]);
  });
});

describe("settings that change rounding", () => {
  test("Tax rounding = line", async () => {
    const billed = await bill({
      Settings: settings({ "Tax rounding": "line" }),
      Contracts: [contract("SMALL")],
      Prices: threeSmallFees("SMALL"),
      "Tax codes": taxCodes,
    });
    // 0.03 × 20 % = 0.006 → 0.01, three times
    expect(billed.invoice("SMALL")).toMatchObject({ Subtotal: 0.09, Tax: 0.03, Total: 0.12 });
  });

  test("Rounding mode = half_even", async () => {
    const quantities = [1, 3, 5];
    const billed = await bill({
      Settings: settings({ "Rounding mode": "half_even" }),
      Contracts: quantities.map((quantity) => contract(`HALF-${String(quantity)}`, { "Tax code": "HALF" })),
      Prices: quantities.map((quantity) =>
        price(`HALF-${String(quantity)}`, "per_unit", { "Unit price": 0.005 }),
      ),
      Usage: quantities.map((quantity) => usage(`HALF-${String(quantity)}`, quantity)),
      "Tax codes": [{ "Tax code": "HALF", Rate: 0.25 }],
    });
    // 0.005 → 0.00, 0.015 → 0.02, 0.025 → 0.02; tax on 0.02 is 0.005 and rounds away from zero all the same
    expect(quantities.map((quantity) => billed.amounts(`HALF-${String(quantity)}`))).toEqual([
      ["usage 0"],
      ["usage 0.02"],
      ["usage 0.02"],
    ]);
    expect(billed.invoice("HALF-3")).toMatchObject({ Subtotal: 0.02, Tax: 0.01, Total: 0.03 });
  });

  describe("Line rounding = invoice", () => {
    const products = Array.from({ length: 1500 }, (_, at) => `Item ${String(at)}`);
    let billed: Billed;
    beforeAll(async () => {
      billed = await bill({
        Settings: settings({ "Line rounding": "invoice" }),
        Contracts: [contract("MANY", { "Tax code": "STD" })],
        Prices: products.map((Product) => price("MANY", "per_unit", { Product, "Unit price": 0.0031 })),
        Usage: products.map((Meter) => usage("MANY", 1, { Meter })),
        "Tax codes": taxCodes,
      });
    });

    // 1,500 × 0.0031 = 4.65, which line by line were 0.00; tax 0.93
    test("sums exactly and rounds once", () => {
      expect(billed.invoice("MANY")).toMatchObject({ Subtotal: 4.65, Tax: 0.93, Total: 5.58 });
    });

    test("lines share the total in whole cents", () => {
      const cents = billed.linesOf("MANY").map((row) => Number(row.Amount) * 100);
      expect(cents).toHaveLength(1500);
      expect(billed.cents("MANY")).toBe(465);
      expect(cents.filter((amount) => amount !== 0 && amount !== 1)).toEqual([]);
    });
  });
});
