import { billBook, bookOf, contractRow, priceRow } from "../../../test/vectors/book";
import { registerAfter } from "../invoicing/registerChanges";
import { zero } from "../money/decimal";
import { leakageOf } from "./leakage";

/** Contracts with a fee of their own, and a line of each that another system billed for January. */
function reconciled(
  fee: number,
  billed: Readonly<Record<string, number>>,
  more: Parameters<typeof bookOf>[0] = {},
) {
  const lines = Object.entries(billed).map(([id, amount]) => ({
    "Invoice number": `I-${id}`,
    "Contract ID": id,
    Product: "Service",
    Kind: "fixed",
    "Period start": "2026-01-01",
    "Period end": "2026-01-31",
    Quantity: 1,
    "Unit price": amount,
    Amount: amount,
    "Tax rate": 0.2,
  }));
  const ids = Object.keys(billed);
  const { reconciliation, book, invoices } = billBook(
    bookOf({
      Contracts: ids.map((id) => contractRow({ "Contract ID": id, "Customer ID": `K-${id}` })),
      Prices: ids.map((id) => ({ ...priceRow({ "Flat fee": fee }), "Contract ID": id })),
      "Invoice lines": lines,
      ...more,
    }),
    "2026-01",
  );
  const after = registerAfter(book.register, invoices, book.period, book.settings.at);
  return leakageOf(reconciliation, after, book.settings);
}

describe("leakageOf", () => {
  it("nets under- and over-billing over all checks, as a share of what should have been billed", () => {
    const [usd, ...others] = reconciled(100, { C1: 60, C2: 110, C3: 100 });
    expect(others).toEqual([]);
    expect([usd!.underBilled, usd!.overBilled, usd!.net].map(Number)).toEqual([40, 10, 30]);
    expect(usd!.rate!.toNumber()).toBe(0.1);
  });

  it("takes what was billed with its tax where prices include that", () => {
    const inside = [{ Key: "Prices include tax", Value: "Yes" }];
    // Of 240 with tax, 50 and 100 with 20 % were billed: 60 and 120.
    const [usd] = reconciled(120, { C1: 50, C2: 100 }, { Settings: inside });
    expect([usd!.net, usd!.rate!].map(Number)).toEqual([60, 0.25]);
  });

  it("has no rate where nothing should have been billed", () => {
    const total = { check: "usage", currency: "EUR", underBilled: zero, overBilled: zero } as const;
    const { settings } = billBook(bookOf({ Contracts: [contractRow()] }), "2026-01").book;
    expect(leakageOf({ findings: [], totals: [total] }, { lines: [] }, settings)).toMatchObject([
      { currency: "EUR", rate: undefined },
    ]);
  });
});
