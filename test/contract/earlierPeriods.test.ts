import { contract, price, usage, type RowInput } from "../support/workbookFixture";
import { pastInvoices } from "../support/workbookInvoices";
import { bill, type Billed } from "../support/workbookRun";

const fee = (contractId: string, amount: number): RowInput =>
  price(contractId, "flat", { Product: "Fee", "Flat fee": amount });

const feeInvoice = (number: string, contractId: string, month: string) => ({
  number,
  contractId,
  month,
  lines: [{ product: "Fee", quantity: 1, unitPrice: 100, row: { Kind: "fixed" } }],
});

describe("usage of March that came after March's invoice", () => {
  let billed: Billed;
  beforeAll(async () => {
    const since = { "Start date": "2026-03-01" };
    const march = (number: string, contractId: string, quantity: number, amount: number) => ({
      number,
      contractId,
      month: "2026-03",
      lines: [{ quantity, unitPrice: 0.085, amount }],
    });
    billed = await bill({
      Contracts: [contract("ROUNDED", since), contract("MINIMUM", since), contract("SAME", since)],
      Prices: [
        price("ROUNDED", "per_unit", { "Unit price": 0.085 }),
        price("MINIMUM", "per_unit", { "Unit price": 0.085, Minimum: 50 }),
        price("SAME", "per_unit", { "Unit price": 0.085 }),
      ],
      Usage: [
        usage("ROUNDED", 4120.375, { Date: "2026-03-10" }),
        usage("ROUNDED", 85.1, { Date: "2026-03-31" }),
        usage("MINIMUM", 100, { Date: "2026-03-10" }),
        usage("MINIMUM", 200, { Date: "2026-03-31" }),
        usage("SAME", 1000, { Date: "2026-03-10" }),
      ],
      ...pastInvoices([
        march("X-001", "ROUNDED", 4120.375, 350.23),
        {
          number: "X-002",
          contractId: "MINIMUM",
          month: "2026-03",
          lines: [
            { quantity: 100, unitPrice: 0.085, amount: 8.5 },
            { quantity: 1, unitPrice: 41.5, amount: 41.5, row: { Kind: "minimum" } },
          ],
        },
        march("X-003", "SAME", 1000, 85),
      ]),
    });
  });

  const late = (contractId: string) =>
    billed
      .linesOf(contractId)
      .filter(
        (row) => String(row["Invoice number"]).startsWith("DRAFT") && row["Period start"] === "2026-03-01",
      );

  // 4,205.475 × 0.085 = 357.465… → 357.47; less the 350.23 that were billed (85.1 × 0.085 alone were 7.23)
  test("is priced as the difference of two rounded amounts", () => {
    expect(late("ROUNDED").map((row) => row.Amount)).toEqual([7.24]);
  });

  test("is explained by a sentence that gives that amount", () => {
    const [line] = late("ROUNDED");
    expect(line?.Explanation).toMatch(/357\.47.*350\.23.*7\.24/);
  });

  test("is a finding that names the amount of the line", () => {
    const [finding] = billed.findings("ROUNDED").filter((row) => row.Code === "LATE_USAGE");
    expect(finding?.Cause).toContain("7.24");
    expect(finding?.Cause).not.toContain("7.23");
  });

  // 300 × 0.085 = 25.50, raised to 50.00, of which all was billed
  test("below the minimum adds nothing", () => {
    expect(late("MINIMUM").reduce((cents, row) => cents + Math.round(Number(row.Amount) * 100), 0)).toBe(0);
  });

  test("below the minimum is explained by sentences that hold both sides", () => {
    for (const line of late("MINIMUM").filter((row) => row.Kind === "minimum")) {
      // 50.00 - 25.50 = 24.50 now, 41.50 then
      expect(line.Explanation).toMatch(/24\.50?.*41\.50?|41\.50?.*24\.50?/);
    }
  });

  test("and none of it where March is complete", () => {
    expect(late("SAME")).toEqual([]);
    expect(billed.findings("SAME").filter((row) => row.Code === "LATE_USAGE")).toEqual([]);
  });
});

describe("periods without an invoice", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: [
        contract("GAP", { "Start date": "2026-02-01" }),
        contract("YEAR", { "Start date": "2025-04-01", "Billing frequency": "Annual" }),
      ],
      Prices: [fee("GAP", 100), fee("YEAR", 1200)],
      ...pastInvoices([feeInvoice("X-001", "GAP", "2026-02"), feeInvoice("X-002", "GAP", "2026-04")]),
    });
  });

  test("between two that have one are missing", () => {
    expect(billed.findings("GAP")).toMatchObject([
      { Code: "MISSING_PERIOD", Period: "2026-03", Expected: 100, Found: 0, Difference: 100 },
    ]);
  });

  // The year from April 2025 on was due in April 2025, ten months before the first invoice of the book.
  test("that were due before the first one of the book are not", () => {
    expect(billed.findings("YEAR")).toEqual([]);
    expect(billed.amounts("YEAR")).toEqual(["fixed 1200"]);
  });
});
