import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";

const usage = (id: string, meter: string, quantity: number): Row => ({
  "Event ID": id,
  "Contract ID": "C1",
  Meter: meter,
  Date: "2026-01-10",
  Quantity: quantity,
});

function totalsOf(rows: readonly Row[]) {
  const perUnit = (meter: string) => priceRow({ Meter: meter, "Pricing model": "per_unit", "Unit price": 2 });
  const run = billBook(
    bookOf({ Contracts: [contractRow()], Prices: ["calls", "storage"].map(perUnit), Usage: rows }),
    "2026-01",
  );
  return run.controlTotals.map(
    ({ meter, read, rejected, duplicate }) =>
      `${meter}: ${String(read.rows)} of ${read.quantity.toString()}, ${String(rejected.rows)} rejected, ${String(duplicate.rows)} twice`,
  );
}

describe("control totals", () => {
  const named = [usage("e1", "storage", 5), usage("e2", "calls", 7)];
  const nameless = [usage("e3", "", 1), usage("e4", "", 2), usage("e4", "", 2)];

  it("count rows that name no meter apart, whichever meter comes first", () => {
    const [storage, calls] = ["storage: 1 of 5, 0 rejected, 0 twice", "calls: 1 of 7, 0 rejected, 0 twice"];
    const none = ": 3 of 5, 2 rejected, 1 twice";
    expect(totalsOf([...named, ...nameless])).toEqual([storage, calls, none]);
    expect(totalsOf([...nameless, ...[...named].reverse()])).toEqual([calls, storage, none]);
  });

  it("count such rows where no row names a meter, and say nothing of them where there are none", () => {
    expect(totalsOf(nameless)).toEqual([": 3 of 5, 2 rejected, 1 twice"]);
    expect(totalsOf(named)).toHaveLength(2);
  });
});
