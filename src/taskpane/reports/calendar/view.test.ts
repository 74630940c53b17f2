import { bookOf, contractRow, priceRow, type Row } from "../../../../test/vectors/book";
import { SessionWorkbook } from "../../session/sessionWorkbook";
import { view, year } from "./view";

const fee = (number: string, month: string): Row => ({
  "Invoice number": number,
  "Contract ID": "C1",
  Product: "Support",
  Kind: "fixed",
  "Period start": `${month}-01`,
  "Period end": `${month}-28`,
  Quantity: 1,
  "Unit price": 100,
  Amount: 100,
});

const book = new SessionWorkbook(
  bookOf({
    Contracts: [contractRow()],
    Prices: [priceRow({ Product: "Support", "Flat fee": 100 })],
    "Invoice lines": [fee("I-1", "2026-01"), fee("I-3", "2026-03")],
  }),
  { engineVersion: "0", sha256: () => "" },
);

describe("the calendar of a contract in the pane", () => {
  it("offers the contracts and the years of the workbook", () => {
    expect(view(book)).toEqual({ contracts: [{ contractId: "C1", customer: "Acme" }], years: ["2026"] });
  });

  it("names a month that nothing bills", () => {
    const { currency, asOf, periods } = year(book, "C1", "2026");
    expect({ currency, asOf }).toEqual({ currency: "USD", asOf: "2026-03-31" });
    expect(periods.slice(0, 4).map(({ period, open, state }) => [period, open, state])).toEqual([
      ["2026-01", 0, "billed"],
      ["2026-02", 100, "missing"],
      ["2026-03", 0, "billed"],
      ["2026-04", 0, "ahead"],
    ]);
  });

  it("says what is wrong with a year or a contract", () => {
    expect(() => year(book, "C1", "twenty")).toThrow(expect.objectContaining({ code: "BAD_PERIOD" }));
    expect(() => year(book, "C9", "2026")).toThrow(expect.objectContaining({ code: "MISSING" }));
  });
});
