import { bookOf, contractRow, priceRow } from "../../../../test/vectors/book";
import { byDefault } from "../../../../test/pane/sessionBooks";
import { SessionWorkbook } from "../../session/sessionWorkbook";
import { asItIs, view } from "./view";

const book = () =>
  new SessionWorkbook(
    bookOf({
      Contracts: [contractRow()],
      Prices: [priceRow({ Product: "calls", "Pricing model": "per_unit", "Unit price": 2 })],
      Usage: [{ "Contract ID": "C1", Meter: "calls", Date: "2026-01-10", Quantity: 100 }],
    }),
    { engineVersion: "0", sha256: () => "" },
  );

describe("a reconciliation in the pane", () => {
  it("is of the workbook as it is, or as the run would leave it", () => {
    // 100 × 2.00, which the run would bill
    expect(asItIs(book())).toMatchObject({
      totals: [{ currency: "USD", underBilled: 200, overBilled: 0 }],
      findings: [{ code: "UNBILLED_USAGE", difference: { amount: 200, currency: "USD" } }],
    });
    expect(view(book(), byDefault).findings).toEqual([]);
  });

  it("says why a workbook without usage and documents cannot be compared", () => {
    const empty = new SessionWorkbook(bookOf({ Contracts: [contractRow()] }), {
      engineVersion: "0",
      sha256: () => "",
    });
    expect(() => asItIs(empty)).toThrow(expect.objectContaining({ code: "NO_PERIOD" }));
  });
});
