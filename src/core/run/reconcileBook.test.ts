import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { parsePeriod } from "../calendar/period";
import { reconcileBook } from "./reconcileBook";

const usage = (month: string, quantity: number, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Meter: "calls",
  Date: `${month}-10`,
  Quantity: quantity,
  ...row,
});

const line = (number: string, month: string, quantity: number, unitPrice: number, row: Row = {}): Row => ({
  "Invoice number": number,
  "Contract ID": "C1",
  Product: "calls",
  Kind: "usage",
  "Period start": `${month}-01`,
  "Period end": `${month}-28`,
  Quantity: quantity,
  "Unit price": unitPrice,
  Amount: quantity * unitPrice,
  ...row,
});

const calls = priceRow({ Product: "calls", "Pricing model": "per_unit", "Unit price": 2 });

function compare(tables: Readonly<Record<string, readonly Row[]>>, period?: string, contract: Row = {}) {
  const result = reconcileBook(bookOf({ Contracts: [contractRow(contract)], Prices: [calls], ...tables }), {
    period: period === undefined ? undefined : parsePeriod(period),
    asOf: undefined,
  });
  if (!result.ok) throw new Error(result.reason);
  const { findings, totals } = result.run.reconciliation;
  return {
    invoices: result.run.invoices.length,
    findings: findings.map(({ code, severity, difference, period: days }) => {
      const at = days ? `${String(days.to - days.from + 1)} days` : "";
      return `${severity} ${code} ${difference.toFixed(2)} ${at}`.trim();
    }),
    totals: totals.map(({ underBilled, overBilled }) => `${underBilled.toFixed()} ${overBilled.toFixed()}`),
  };
}

describe("a workbook compared as it is", () => {
  it("bills nothing: usage of the last month that no document bills is a finding", () => {
    // 100 × 2.00
    expect(compare({ Usage: [usage("2026-02", 100)], "Invoice lines": [] })).toEqual({
      invoices: 0,
      findings: ["error UNBILLED_USAGE 200.00 28 days"],
      totals: ["200 0"],
    });
  });

  it("agrees where the documents bill what was used", () => {
    const tables = { Usage: [usage("2026-02", 100)], "Invoice lines": [line("I-1", "2026-02", 100, 2)] };
    expect(compare(tables).findings).toEqual([]);
  });

  it("compares a month whose end another system names by the first day after it", () => {
    // 100 × 2.00 − 90 × 2.00
    const short = line("I-1", "2026-02", 90, 2, { "Period end": "2026-03-01" });
    const tables = { Usage: [usage("2026-02", 100)], "Invoice lines": [short] };
    expect(compare(tables, "2026-02").findings).toEqual(["error QUANTITY_MISMATCH 20.00 28 days"]);
  });

  it("compares what bills the next month as well once that has passed", () => {
    const both = line("I-1", "2026-02", 190, 2, { "Period end": "2026-03-31" });
    const february = { Usage: [usage("2026-02", 100)], "Invoice lines": [both] };
    const march = { Usage: [usage("2026-02", 100), usage("2026-03", 80)], "Invoice lines": [both] };
    expect(compare(february, "2026-02").findings).toEqual([]);
    // 180 × 2.00 − 190 × 2.00
    expect(compare(march).findings).toEqual(["error QUANTITY_MISMATCH -20.00 59 days"]);
  });

  const twoMonths = {
    Usage: [usage("2026-01", 130), usage("2026-02", 100)],
    "Invoice lines": [line("I-1", "2026-01", 100, 2), line("I-2", "2026-02", 110, 2.1)],
  };

  it("compares every month, under- and over-billing apart", () => {
    // January 30 × 2.00 late; February (100 − 110) × 2.00 and 110 × (2.00 − 2.10)
    expect(compare(twoMonths)).toMatchObject({
      findings: [
        "error LATE_USAGE 60.00 31 days",
        "error PRICE_MISMATCH -11.00 28 days",
        "error QUANTITY_MISMATCH -20.00 28 days",
      ],
      totals: ["60 31"],
    });
  });

  it("names only what is found for a period; more usage in the period itself is another quantity, not late", () => {
    expect(compare(twoMonths, "2026-01")).toMatchObject({
      findings: ["error QUANTITY_MISMATCH 60.00 31 days"],
      totals: ["60 0"],
    });
  });

  it("expects a fee of every month with usage or documents", () => {
    const fee = priceRow({ Product: "Support", "Flat fee": 50 });
    const tables = {
      Prices: [calls, fee],
      Usage: [usage("2026-01", 100), usage("2026-02", 100)],
      "Invoice lines": [line("I-1", "2026-01", 100, 2), line("I-2", "2026-02", 100, 2)],
    };
    expect(compare(tables).findings).toEqual([
      "error MISSING_PERIOD 50.00 31 days",
      "error MISSING_PERIOD 50.00 28 days",
    ]);
  });

  it("takes a fee billed for a year ahead as no reason to expect the year's other months", () => {
    const book = {
      Usage: [usage("2026-01", 100)],
      Contracts: [contractRow(), contractRow({ "Contract ID": "C2", "Billing frequency": "Annual" })],
      Prices: [calls, priceRow({ "Contract ID": "C2", Product: "Fee", "Flat fee": 1200 })],
      Invoices: [
        {
          "Invoice number": "Y-1",
          Status: "Issued",
          "Contract ID": "C2",
          "Period start": "2026-01-01",
          "Period end": "2026-12-31",
          "Invoice date": "2026-01-01",
        },
      ],
      "Invoice lines": [
        line("I-1", "2026-01", 100, 2),
        {
          "Invoice number": "Y-1",
          "Contract ID": "C2",
          Product: "Fee",
          Kind: "fixed",
          Quantity: 1,
          "Unit price": 1200,
          Amount: 1200,
          "Period start": "2026-01-01",
          "Period end": "2026-12-31",
        },
      ],
    };
    expect(compare(book).findings).toEqual([]);
  });

  it("says so where there is nothing to compare", () => {
    const empty = bookOf({ Contracts: [contractRow()], Prices: [calls] });
    expect(reconcileBook(empty, { period: undefined, asOf: undefined })).toMatchObject({ ok: false });
  });
});

describe("one difference is one finding", () => {
  const twice = [usage("2026-02", 40, { "Event ID": "E1" }), usage("2026-02", 40, { "Event ID": "E1" })];

  it("a row that stands twice and was billed twice is a duplicate with its amount, and no other quantity", () => {
    // 60 + 40 used, 60 + 40 + 40 billed: 40 × 2.00 too much
    const tables = {
      Usage: [usage("2026-02", 60, { "Event ID": "E0" }), ...twice],
      "Invoice lines": [line("I-1", "2026-02", 140, 2)],
    };
    expect(compare(tables).findings).toEqual(["error DUPLICATE_USAGE -80.00 28 days"]);
  });

  it("a row that stands twice and was billed once is only named", () => {
    const tables = { Usage: twice, "Invoice lines": [line("I-1", "2026-02", 40, 2)] };
    expect(compare(tables).findings).toEqual(["info DUPLICATE_USAGE 0.00 28 days"]);
  });

  it("a discount that had ended before the period", () => {
    const tables = {
      Prices: [
        { ...calls, "Discount %": 10, "Effective to": "2026-01-31", "Effective from": undefined },
        { ...calls, "Effective from": "2026-02-01", "Price ID": "NEW" },
      ],
      Usage: [usage("2026-02", 100)],
      "Invoice lines": [line("I-1", "2026-02", 100, 2, { Amount: 180 })],
    };
    // 200.00 less 180.00
    expect(compare(tables).findings).toEqual(["error DISCOUNT_EXPIRED 20.00 28 days"]);
  });

  it("a month billed on two documents of other totals", () => {
    const fee = (number: string): Row =>
      line(number, "2026-02", 1, 50, { Product: "Support", Kind: "fixed" });
    const tables = {
      Prices: [calls, priceRow({ Product: "Support", "Flat fee": 50 })],
      Usage: [usage("2026-02", 100)],
      "Invoice lines": [line("I-1", "2026-02", 100, 2), fee("I-1"), fee("I-2")],
    };
    expect(compare(tables).findings).toEqual(["error DUPLICATE_INVOICE -50.00 28 days"]);
  });

  it("a fee billed in full though the contract ended within the month", () => {
    const tables = {
      Prices: [priceRow({ Product: "Support", "Flat fee": 280 })],
      "Invoice lines": [line("I-1", "2026-02", 1, 280, { Product: "Support", Kind: "fixed" })],
    };
    // 280 × 14/28 is owed
    expect(compare(tables, "2026-02", { "End date": "2026-02-14" }).findings).toEqual([
      "error EXPIRED_CONTRACT_BILLED -140.00 14 days",
    ]);
  });

  it("a line over two months is compared with both together", () => {
    const tables = {
      Usage: [usage("2026-01", 100), usage("2026-02", 50)],
      "Invoice lines": [line("I-1", "2026-01", 150, 2, { "Period end": "2026-02-28" })],
    };
    expect(compare(tables).findings).toEqual([]);
    const less = {
      ...tables,
      "Invoice lines": [{ ...tables["Invoice lines"][0]!, Quantity: 140, Amount: 280 }],
    };
    expect(compare(less).findings).toEqual(["error QUANTITY_MISMATCH 20.00 59 days"]);
  });

  it("a partial credit leaves what it does not make good", () => {
    const credited = (amount: number) => ({
      Usage: [usage("2026-02", 80)],
      Invoices: [
        {
          "Invoice number": "I-1",
          Type: "Invoice",
          Status: "Issued",
          "Contract ID": "C1",
          "Period start": "2026-02-01",
          "Period end": "2026-02-28",
        },
        {
          "Invoice number": "CN-1",
          Type: "Credit note",
          Status: "Issued",
          "Contract ID": "C1",
          Corrects: "I-1",
          "Reason code": "QUANTITY",
          "Period start": "2026-02-01",
          "Period end": "2026-02-28",
        },
      ],
      "Invoice lines": [
        line("I-1", "2026-02", 100, 2),
        line("CN-1", "2026-02", 1, -amount, { Kind: "adjustment" }),
      ],
    });
    // 200.00 was billed and 160.00 is owed
    expect(compare(credited(40)).findings).toEqual([]);
    expect(compare(credited(30)).findings).toEqual(["error QUANTITY_MISMATCH -10.00 28 days"]);
    expect(compare(credited(50)).findings).toEqual(["error AMOUNT_MISMATCH 10.00 28 days"]);
  });
});
