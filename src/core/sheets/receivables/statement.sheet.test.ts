import { Decimal } from "../../money/decimal";
import type { Statement, StatementRow } from "../../receivables/reports/statement";
import { statementSheet } from "./statement.sheet";

const zero = new Decimal(0);
const edge = (type: "opening" | "closing", balance: Decimal): StatementRow => ({
  date: 46_000,
  type,
  document: "",
  reference: "",
  debit: undefined,
  credit: undefined,
  balance,
});

/** A statement of so many invoices of 1.00. */
function statement(customerId: string, invoices: number): Statement {
  const rows = Array.from({ length: invoices }, (_, index): StatementRow => ({
    date: 46_000 + index,
    type: "invoice",
    document: `INV-${String(index + 1)}`,
    reference: "",
    debit: new Decimal(1),
    credit: undefined,
    balance: new Decimal(index + 1),
  }));
  const closing = new Decimal(invoices);
  return {
    customerId,
    customerName: `Name of ${customerId}`,
    currency: "EUR",
    from: 46_000,
    to: 46_030,
    opening: zero,
    closing,
    rows: [edge("opening", zero), ...rows, edge("closing", closing)],
  };
}

const snapshot = { grids: [], tables: [], date1904: false, pictures: [] };
const plan = (...report: readonly Statement[]) => statementSheet.plan({ snapshot, report });

describe("the sheet of statements", () => {
  it("stands upright, each customer from the top of a page, with the headings on every page", () => {
    expect(plan(statement("C1", 2), statement("C2", 1), statement("C3", 1)).page).toMatchObject({
      orientation: "portrait",
      repeatRows: [0, 0],
      breaks: [5, 8],
    });
  });

  it("shows no column that says nothing", () => {
    // Reference and Credit.
    expect(plan(statement("C1", 2)).hiddenColumns).toEqual([6, 8]);
  });

  it.each([
    [10, undefined],
    [48, 1],
    [90, undefined],
  ])("with %s invoices begins no second page for a few rows", (invoices, pages) => {
    expect(plan(statement("C1", invoices)).page?.pages).toBe(pages);
  });

  it("carries the balance from row to row by formulas", () => {
    const { rows } = plan(statement("C1", 2));
    expect(rows.slice(1).map((row) => row[9]?.formula)).toEqual([
      undefined,
      "ROUND($J2+$H3-$I3,2)",
      "ROUND($J3+$H4-$I4,2)",
      "ROUND($J4+$H5-$I5,2)",
    ]);
  });
});
