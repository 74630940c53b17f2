import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { dayOf } from "../calendar/day";
import { parsePeriod } from "../calendar/period";
import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { billBook, bookOf, contractRow, priceRow } from "../../../test/vectors/book";
import { billPeriod } from "../run/billingRun";

/** 80 units of September and 10 of October at 2.00, and the lines that another system wrote for September. */
function billOctober(
  header: readonly string[],
  line: readonly Cell[],
  [from, to]: readonly [number, number] = [dayOf(2026, 9, 1), dayOf(2026, 9, 30)],
) {
  const snapshot = workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date"],
      ["C1", "A", { date: dayOf(2026, 1, 1) }],
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price"],
      ["C1", "Calls", "per_unit", 2],
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C1", "Calls", { date: dayOf(2026, 9, 10) }, 80],
      ["C1", "Calls", { date: dayOf(2026, 10, 10) }, 10],
    ]),
    sheet("Invoice lines", [
      ["Invoice number", "Contract ID", "Period start", "Period end", ...header],
      ["X-1", "C1", { date: from }, { date: to }, ...line],
    ]),
  ]);
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error("no period");
  return result.run.invoices.flatMap((invoice) => invoice.lines.map(({ amount }) => amount.toString()));
}

describe("late usage beside documents of another system", () => {
  it("bills what an issued period has above the billed quantity", () => {
    expect(billOctober(["Product", "Quantity", "Amount"], ["Calls", 50, 100])).toEqual(["20", "60"]);
  });

  it("bills nothing again where the lines state no quantity", () => {
    expect(billOctober(["Product", "Amount"], ["Calls", 160])).toEqual(["20"]);
  });

  it("bills nothing again where a line names no price of the contract", () => {
    expect(billOctober(["Quantity", "Amount"], [80, 160])).toEqual(["20"]);
    expect(billOctober(["Product", "Quantity", "Amount"], ["Telephony", 80, 160])).toEqual(["20"]);
  });

  it("bills nothing again where a line reaches beyond the period", () => {
    const days = [dayOf(2026, 8, 25), dayOf(2026, 9, 24)] as const;
    expect(billOctober(["Product", "Quantity", "Amount"], ["Calls", 80, 160], days)).toEqual(["20"]);
  });
});

it("late usage that no tier holds is told, and holds the contract", () => {
  const used = (Date: string, Quantity: number) => ({ "Contract ID": "C1", Meter: "Calls", Date, Quantity });
  const january = [used("2026-01-10", 80)];
  const tables = {
    Contracts: [contractRow()],
    Prices: [priceRow({ Product: "Calls", "Pricing model": "graduated", Tiers: "100: 1" })],
  };
  const { book } = billMonth(bookOf({ ...tables, Usage: january }), month("2026-01"));
  const [usage] = bookOf({ Usage: [...january, used("2026-01-25", 30), used("2026-02-10", 10)] }).grids;
  const grids = book.grids.map((grid) => (grid.sheet === "Usage" ? usage! : grid));
  const { invoices, issues } = billBook({ ...book, grids }, "2026-02");
  expect(invoices).toEqual([]);
  expect(issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "ABOVE_LAST_TIER",
  ]);
});
