import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { lint } from "../run/lint/lint";

/** C1 is billed by usage of Calls, C2 by 5 % of a measure of Results alone. */
const tables = {
  Contracts: [contractRow(), contractRow({ "Contract ID": "C2" })],
  Prices: [
    priceRow({ Product: "Calls", "Pricing model": "per_unit", "Unit price": 2 }),
    priceRow({
      "Contract ID": "C2",
      Product: "Share",
      Meter: "Savings",
      "Pricing model": "percentage",
      "Unit price": 0.05,
    }),
  ],
  Results: ["2026-01", "2026-02", "2026-03", "2026-04"].map((Period) => ({
    "Contract ID": "C2",
    Measure: "Savings",
    Period,
    Value: 1000,
  })),
  Usage: [{ "Contract ID": "C1", Meter: "Calls", Date: "2026-01-10", Quantity: 30 }],
};

const bill = (more: Readonly<Record<string, readonly Row[]>>, period = "2026-01") =>
  billBook(bookOf({ ...tables, ...more }), period);

describe("a contract that is billed by results alone", () => {
  it("does not wait where the quantities of Usage cannot be told", () => {
    const run = bill({ Usage: [{ "Contract ID": "C1", Meter: "Calls", Date: "2026-01-10", Zorp: 30 }] });
    expect(run.issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "MISSING_COLUMN",
    ]);
    expect(run.invoices.map(({ contractId }) => contractId)).toEqual(["C2"]);
  });

  it("is not said to be silent", () => {
    const Usage = [1, 2, 3, 4].map((month) => ({ ...tables.Usage[0]!, Date: `2026-0${String(month)}-10` }));
    const codes = lint(bill({ Usage }, "2026-04").book).map(({ code, value }) => `${code} ${value}`);
    expect(codes.filter((code) => code.startsWith("NO_USAGE"))).toEqual([]);
  });
});
