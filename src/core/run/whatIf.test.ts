import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { parseTermChange } from "../whatIf/changeTerms";
import { openWhatIf } from "./whatIf";

const units = (row: Row = {}) =>
  priceRow({ Product: "Units", "Pricing model": "per_unit", "Unit price": 1, ...row });

test("explore", () => {
  const used = (id: string, q: number, date: string) => ({
    "Contract ID": id,
    Meter: "Units",
    Date: date,
    Quantity: q,
  });
  let book = bookOf({
    Contracts: [contractRow(), contractRow({ "Contract ID": "C2", "Customer ID": "K2" })],
    Prices: [
      units(),
      units({
        "Contract ID": "C2",
        "Pricing model": "graduated",
        "Unit price": undefined,
        Tiers: "50: 1; *: 0.5",
        "Discount %": 10,
        Minimum: 60,
      }),
    ],
    Usage: [used("C1", 100, "2026-01-10"), used("C2", 70, "2026-01-10"), used("C1", 10, "2026-02-10")],
  });
  for (const m of ["2026-01", "2026-02"]) book = billMonth(book, month(m)).book;
  const session = openWhatIf(book);
  const show = (order: string[] | undefined, ...sets: string[]) => {
    const asked = session.ask({ changes: sets.map((s) => parseTermChange(s)!), order: order as never });
    if (!asked.ok) return console.log(asked.reason);
    const { lines, totals } = session.reprice(asked.terms);
    console.log(
      sets.join(),
      lines
        .map((l) => `${l.contractId} ${l.priceId} ${l.period.from} ${l.old} ${l.new} ${l.difference}`)
        .join("\n"),
      JSON.stringify(totals),
    );
  };
  show(undefined);
  show(undefined, "Prices[C1 Units].Unit price=1.2");
  show(undefined, "Prices[*].Discount %=20");
  show(["minimum", "discount", "maximum"]);
  show(undefined, "Contracts[C1].Minimum commitment=500");
  show(undefined, "Contracts[C1].Start date=2026-02-01");
  show(undefined, "Prices[C2 Units].Tiers=50: 1");
  show(undefined, "Prices[C9 Units].Tiers=50: 1");
  show(undefined, "Prices[C2 Units].Tiers=abc");
  show(undefined, "Settings[Rounding mode]=half_even");
});
