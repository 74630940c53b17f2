import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { billedServiceOf } from "../documents/billedService";
import { collectIssues } from "../issues/collectIssues";
import { rateAndDraft } from "../run/rateAndDraft";
import { rateContract } from "./rateContract";
import { silently } from "./ratingContext";

const used = (row: Row): Row => ({
  "Contract ID": "C1",
  Meter: "Calls",
  Date: "2026-01-10",
  Quantity: 5,
  ...row,
});
const calls = (row: Row) =>
  priceRow({ Meter: "Calls", "Pricing model": "per_unit", "Unit price": 1, ...row });

/** What is reported of January when it is rated once more, after somebody rated it who reports nothing. */
function toldAgain(tables: Readonly<Record<string, readonly Row[]>>): string[] {
  const { book } = billBook(bookOf({ Contracts: [contractRow()], ...tables }), "2026-01");
  const { context } = rateAndDraft(book, collectIssues());
  const billed = billedServiceOf(book.register, book.settings);
  const fresh = { ...context, rated: new Map() };
  const told: string[] = [];
  const report: typeof context.report = ({ code, severity }) => {
    if (severity === "error") told.push(code);
  };
  for (const contract of book.catalog.contracts) {
    rateContract(contract, book.period, billed, silently(fresh));
    rateContract(contract, book.period, billed, { ...fresh, report });
  }
  return told;
}

describe("what is wrong with usage is told by whoever bills it, whoever rated it first", () => {
  it.each<[string, string, Readonly<Record<string, readonly Row[]>>]>([
    [
      "an event without its amount",
      "MISSING_VALUE",
      {
        Prices: [calls({ "Pricing model": "dynamic", "Unit price": undefined })],
        Usage: [used({ Amount: 7 }), used({})],
      },
    ],
    [
      "a row that two prices fit alike",
      "AMBIGUOUS_PRICE",
      {
        Prices: [
          calls({ "Price ID": "P1", Product: "EU", Condition: "Region = EU" }),
          calls({ "Price ID": "P2", Product: "Day", Condition: "Time = Day" }),
        ],
        Usage: [used({ Region: "EU", Time: "Day" })],
      },
    ],
  ])("%s", (_what, code, tables) => {
    expect(toldAgain(tables)).toEqual([code]);
  });
});
