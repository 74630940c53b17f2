import { join } from "node:path";
import { invoice, payment, runOn, type Tables } from "../support/receivablesBook";
import { readTables } from "../support/workbookReading";

const due = (day: string) => ({ "Due date": day });

/** C1 pays 5 days late as a rule; two invoices are open, one of them in dispute in part. */
const book: Tables = {
  Invoices: [
    invoice("A-1", "C1", "2026-01-01", 10, due("2026-01-10")),
    invoice("A-2", "C1", "2026-01-02", 20, due("2026-01-11")),
    invoice("A-3", "C1", "2026-01-03", 30, due("2026-01-12")),
    invoice("A-4", "C1", "2026-01-20", 100, due("2026-02-10")),
    invoice("A-5", "C1", "2026-01-20", 80, due("2026-02-13")),
  ],
  Payments: [
    payment("P1", "2026-01-14", 10, { "Customer ID": "C1", "Invoice number": "A-1" }),
    payment("P2", "2026-01-16", 20, { "Customer ID": "C1", "Invoice number": "A-2" }),
    payment("P3", "2026-01-19", 30, { "Customer ID": "C1", "Invoice number": "A-3" }),
  ],
  Disputes: [
    { "Dispute ID": "D1", "Invoice number": "A-5", Opened: "2026-01-20", "Reason code": "PRICE", Amount: 30 },
  ],
};

const items = [
  ["2026-02-09", "2026-02-15", "A-4", 100, 5, "Payer"],
  ["2026-02-16", "2026-02-18", "A-5", 50, 5, "Payer"],
];

it("kpis --expected-cash says when the money for each open invoice is expected, in weeks from Monday", async () => {
  const { json, status } = await runOn<{
    readonly expectedCash: readonly Readonly<Record<string, string | number>>[];
  }>(book, "kpis", "--expected-cash");
  expect(status).toBe(0);
  expect(
    json.expectedCash.map(({ week, expected, document, open, usualDays, basis }) => [
      week,
      expected,
      document,
      open,
      usualDays,
      basis,
    ]),
  ).toEqual(items);
});

it("writes it as a sheet beside the key figures, only where it is asked for", async () => {
  const asked = await runOn(book, "kpis", "--expected-cash", "--out", "k.xlsx");
  const sheets = await readTables(join(asked.folder, "k.xlsx"));
  expect(
    sheets["Expected cash"]!.rows.map((row) => [row.Document, row.Open, row["Usual days"], row.Basis]),
  ).toEqual(items.map(([, , document, open, usual, basis]) => [document, open, usual, basis]));
  const plain = await runOn<Readonly<Record<string, unknown>>>(book, "kpis", "--out", "k.xlsx");
  expect(plain.json).not.toHaveProperty("expectedCash");
  expect(Object.keys(await readTables(join(plain.folder, "k.xlsx")))).not.toContain("Expected cash");
});
