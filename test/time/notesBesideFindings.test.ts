import type { Snapshot } from "../../src/core/api";
import { rowsOf } from "../simulation/engine/documents";
import { editBook } from "../simulation/engine/editBook";
import { billMonth, withInputs } from "../simulation/engine/runYear";
import { month } from "../simulation/year/day";
import { bookOf, contractRow } from "../vectors/book";
import { fee, setting } from "./relatives/chain";

const inputs = (prices: Parameters<typeof fee>[0][]) =>
  bookOf({
    Settings: [setting("Currency", "USD")],
    Contracts: [contractRow()],
    Prices: prices.map((price, at) => fee(price, { Product: `Fee ${String(at + 1)}` })),
    Usage: [{ "Contract ID": undefined, Meter: undefined, Date: undefined, Quantity: undefined }],
  });

const billed = (run: string, prices: number[], before?: Snapshot) =>
  billMonth(withInputs(inputs(prices), before), month(run)).book;

const notesOf = (book: Snapshot) =>
  rowsOf(book, "Reconciliation")
    .filter(({ Code }) => Code === "MISSING_PERIOD")
    .map(({ Difference, Status, Owner, Comment }) => [Difference, Status, Owner, Comment]);

/** Somebody wrote beside the finding of that amount. */
const noted = (book: Snapshot, amount: number) =>
  editBook(book, "Reconciliation", ({ Difference }) =>
    Difference === amount
      ? { Status: "Explained", Owner: "Erin", Comment: "to be billed by hand" }
      : undefined,
  );

describe("notes beside two fees of one month that no invoice bills", () => {
  const march = billed("2026-03", [100, 200], billed("2026-01", [100, 200]));
  const explained = ["Explained", "Erin", "to be billed by hand"];

  it("stay with the fee that they are about", () => {
    expect(notesOf(billed("2026-04", [100, 200], noted(march, 200)))).toEqual([
      [100, "Open", "", ""],
      [200, ...explained],
    ]);
    expect(notesOf(billed("2026-04", [100, 200], noted(march, 100)))).toEqual([
      [100, ...explained],
      [200, "Open", "", ""],
    ]);
  });

  it("do not go to the other fee when one is settled", () => {
    expect(notesOf(billed("2026-04", [100, 0], noted(march, 200)))).toEqual([[100, "Open", "", ""]]);
    expect(notesOf(billed("2026-04", [0, 200], noted(march, 200)))).toEqual([[200, ...explained]]);
  });

  it("stay with a finding whose cause is told in other words, where it alone is about the same", () => {
    const one = billed("2026-03", [100], billed("2026-01", [100]));
    const reworded = editBook(noted(one, 100), "Reconciliation", ({ Difference }) =>
      Difference === 100 ? { Cause: "as an earlier version put it" } : undefined,
    );
    expect(notesOf(billed("2026-04", [100], reworded))).toEqual([[100, ...explained]]);
  });
});
