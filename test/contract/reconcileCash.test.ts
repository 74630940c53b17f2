import { writeBook } from "../support/workbookFixture";
import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import {
  creditNote,
  invoice,
  payment,
  posted,
  runAgain,
  runOn,
  type Tables,
} from "../support/receivablesBook";

interface ReconcileJson {
  readonly asOf: string;
  readonly cash: readonly Readonly<Record<string, string | number>>[];
  readonly cashAsOf: string;
  readonly findings: readonly Readonly<Record<string, string | number>>[];
}
interface AgingJson {
  readonly totals: readonly { readonly currency: string; readonly total: number }[];
}

const due = (day: string) => ({ "Due date": day });

/** Two currencies; a discount and a write-off let off, a refund, cash left over and a payment after the last invoice. */
const book: Tables = {
  Invoices: [
    invoice("A-1", "C1", "2026-01-10", 100, due("2026-02-10")),
    invoice("A-2", "C1", "2026-01-12", 80, due("2026-02-10")),
    creditNote("A-3", "C1", "2026-01-20", -30, { Corrects: "A-2" }),
    invoice("B-1", "C2", "2026-01-15", 500, { ...due("2026-02-10"), Currency: "USD" }),
  ],
  Payments: [
    payment("P1", "2026-01-20", 97, { "Customer ID": "C1" }),
    payment("P2", "2026-01-25", 60, { "Customer ID": "C1", "Invoice number": "A-2" }),
    payment("P3", "2026-01-28", -4, { "Customer ID": "C1" }),
    payment("P4", "2026-02-05", 200, { "Customer ID": "C2", Currency: "USD", "Invoice number": "B-1" }),
  ],
  Applications: [
    posted("APP-1", "P1", "A-1", "2026-01-20", 97),
    posted("APP-2", "P1", "A-1", "2026-01-20", 2, { Kind: "Discount" }),
    posted("APP-3", "P1", "A-1", "2026-01-20", 1, { Kind: "Write-off", "Reason code": "TOLERANCE" }),
  ],
};

const usd = { currency: "USD", received: 200, applied: 200, unapplied: 0, receivable: 300, agingTotal: 300 };

describe("the cash of a reconciliation", () => {
  it("is what came in and what is owed by currency, worked out twice, as of the last day of the workbook", async () => {
    const { json } = await runOn<ReconcileJson>(book, "reconcile");
    expect(json.cashAsOf).toBe("2026-02-05");
    // 150 − (97 + 60 − 4) − 3 = −6: 10 left of P2 less the 4 that went back, owed to the customer.
    expect(json.cash).toEqual([
      { currency: "EUR", received: 153, applied: 147, unapplied: 6, receivable: -6, agingTotal: -6, gap: 0 },
      { ...usd, gap: 0 },
    ]);
  });

  it("is that of Aging on any day, and what is dated later waits", async () => {
    const first = await runOn<ReconcileJson>(book, "reconcile", "--as-of", "2026-01-22");
    const aging = await runAgain<AgingJson>(
      join(first.folder, "book.xlsx"),
      "aging",
      "--as-of",
      "2026-01-22",
    );
    expect(first.json.cashAsOf).toBe("2026-01-22");
    expect(
      first.json.cash.map(({ currency, received, agingTotal }) => [currency, received, agingTotal]),
    ).toEqual([
      ["EUR", 97, 50],
      ["USD", 0, 500],
    ]);
    expect(aging.json.totals.map(({ currency, total }) => [currency, total])).toEqual([
      ["EUR", 50],
      ["USD", 500],
    ]);
  });

  it("is as of the end of a period that is asked for", async () => {
    const { json } = await runOn<ReconcileJson>(book, "reconcile", "--period", "2026-01");
    expect([json.cashAsOf, json.cash[1]]).toEqual([
      "2026-01-31",
      { currency: "USD", received: 0, applied: 0, unapplied: 0, receivable: 500, agingTotal: 500, gap: 0 },
    ]);
  });

  it("finds what was paid short, twice or against nothing, where the workbook keeps payments", async () => {
    const { json } = await runOn<ReconcileJson>(book, "reconcile");
    const found = (report: ReconcileJson) =>
      report.findings
        .filter(({ check }) => check === "Invoice to cash")
        .map(({ code, invoiceNumber, expected, found: is, difference }) => [
          code,
          invoiceNumber,
          expected,
          is,
          difference,
        ]);
    expect(found(json)).toEqual([
      ["SHORT_PAYMENT", "B-1", 500, 200, 300],
      ["UNAPPLIED_CASH", "P2", 0, 10, -10],
    ]);
    const { Invoices = [] } = book;
    const unpaid = await runOn<ReconcileJson>({ Invoices }, "reconcile");
    expect(found(unpaid.json)).toEqual([]);
    expect(unpaid.json.cash.map(({ received, receivable }) => [received, receivable])).toEqual([
      [0, 150],
      [0, 500],
    ]);
  });

  it("stands in the printed report", async () => {
    const path = join(newFolder(), "book.xlsx");
    await writeBook(path, book);
    const { stdout } = await ratebook(["reconcile", path]);
    expect(stdout).toContain(
      [
        "Cash as of 2026-02-05",
        "Currency  Received  Applied  Unapplied  Receivable  Aging total   Gap",
        "EUR         153.00   147.00       6.00       −6.00        −6.00  0.00",
        "USD         200.00   200.00       0.00      300.00       300.00  0.00",
      ].join("\n"),
    );
  });
});
