import { billBook, bookOf, contractRow, priceRow } from "../../../test/vectors/book";
import { registerAfter } from "../invoicing/registerChanges";
import { zero } from "../money/decimal";
import { leakageOf } from "./leakage";

describe("leakageOf", () => {
  it("nets under- and over-billing over all checks, as a share of what should have been billed", () => {
    const ids = ["C1", "C2", "C3"];
    const line = (id: string, amount: number) => ({
      "Invoice number": `I-${id}`,
      "Contract ID": id,
      Product: "Service",
      Kind: "fixed",
      "Period start": "2026-01-01",
      "Period end": "2026-01-31",
      Quantity: 1,
      "Unit price": amount,
      Amount: amount,
    });
    const { reconciliation, book, invoices } = billBook(
      bookOf({
        Contracts: ids.map((id) => contractRow({ "Contract ID": id, "Customer ID": `K-${id}` })),
        Prices: ids.map((id) => ({ ...priceRow({ "Flat fee": 100 }), "Contract ID": id })),
        "Invoice lines": [line("C1", 60), line("C2", 110), line("C3", 100)],
      }),
      "2026-01",
    );
    const after = registerAfter(book.register, invoices, book.period, book.settings.at);
    const [usd, ...others] = leakageOf(reconciliation, after, "USD");
    expect(others).toEqual([]);
    expect([usd!.underBilled, usd!.overBilled, usd!.net].map(Number)).toEqual([40, 10, 30]);
    expect(usd!.rate!.toNumber()).toBe(0.1);
  });

  it("has no rate where nothing should have been billed", () => {
    const total = { check: "usage", currency: "EUR", underBilled: zero, overBilled: zero } as const;
    expect(leakageOf({ findings: [], totals: [total] }, { lines: [] }, "USD")).toMatchObject([
      { currency: "EUR", rate: undefined },
    ]);
  });
});
