import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { bookOf, contractRow, priceRow } from "../../../test/vectors/book";
import { explainInvoice } from "./explainInvoice";

it.each([
  ["line", "the price's amount is rounded once"],
  ["invoice", "the exact amounts of all prices are added and rounded once"],
])("an explanation says what is rounded once by %s", (rounding, said) => {
  const { book } = billMonth(
    bookOf({
      Settings: [{ Key: "Line rounding", Value: rounding }],
      Contracts: [contractRow()],
      Prices: ["A", "B"].map((Product) => priceRow({ Product, "Flat fee": 10.006 })),
      Usage: [{ "Contract ID": "C1", Meter: "calls", Date: "2026-02-10", Quantity: 1 }],
    }),
    month("2026-01"),
  );
  const options = { period: undefined, asOf: undefined, giveNumbers: false };
  const lines = explainInvoice(book, "INV-2026-0001", options)?.lines ?? [];
  expect(lines.map(({ rounding: how }) => how)).toEqual(
    ["A", "B"].map(() => `${said}, to the currency's minor unit; the lines share it`),
  );
});
