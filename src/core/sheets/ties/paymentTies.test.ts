import { Decimal } from "../../money/decimal";
import type { PlannedRow, PlannedSheet } from "../plan";
import { checkPaymentTies, type PlannedPayments } from "./paymentTies";
import { UntiedPlan } from "./tie";

type Value = string | number;

function sheet(name: string, titles: readonly string[], rows: readonly (readonly Value[])[]): PlannedSheet {
  const planned = [titles, ...rows].map((cells): PlannedRow =>
    cells.map((value) =>
      value === "" ? null : { value: typeof value === "number" ? new Decimal(value) : value },
    ),
  );
  return { name, rows: planned, widths: titles.map(() => 10) };
}

const applicationTitles = [
  "Application ID",
  "Payment ID",
  "Invoice number",
  "Kind",
  "Amount",
  "Currency",
  "Reverses",
];
const applicationRows: readonly (readonly Value[])[] = [
  ["APP-1", "P1", "A-1", "Cash", 98, "EUR", ""],
  ["APP-2", "P1", "A-1", "Discount", 2, "EUR", ""],
  ["APP-3", "CN-1", "A-2", "Credit", 30, "EUR", ""],
  ["APP-4", "P2", "A-2", "Cash", 20, "EUR", ""],
  ["APP-5", "P2", "A-2", "Cash", -20, "EUR", "APP-4"],
  ["APP-6", "P9", "A-2", "Cash", 999, "EUR", ""],
];
const invoiceTitles = ["Invoice number", "Type", "Total", "Paid", "Balance"];
const invoiceRows: readonly (readonly Value[])[] = [
  ["A-1", "Invoice", 100, 100, 0],
  ["A-2", "Invoice", 80, 30, 50],
  ["CN-1", "Credit note", -30, -30, 0],
  ["OLD", "Invoice", 70, 70, 3],
];

const amount = (value: number) => new Decimal(value);

const good: PlannedPayments = {
  applications: sheet("Applications", applicationTitles, applicationRows),
  // The last row names a payment that there is not: it does not count.
  counts: (index) => index < 5,
  invoices: sheet("Invoices", invoiceTitles, invoiceRows),
  payments: [
    { paymentId: "P1", currency: "EUR", received: amount(98), unapplied: amount(0) },
    { paymentId: "P2", currency: "EUR", received: amount(20), unapplied: amount(20) },
  ],
  totals: [{ currency: "EUR", received: amount(118), applied: amount(98), unapplied: amount(20) }],
};

/** A table with one cell in place of another. */
const changed = (
  rows: readonly (readonly Value[])[],
  row: number,
  column: number,
  value: Value,
): readonly (readonly Value[])[] =>
  rows.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
  );

const withRows = (rows: readonly (readonly Value[])[]): PlannedPayments => ({
  ...good,
  applications: sheet("Applications", applicationTitles, rows),
});
const withInvoices = (rows: readonly (readonly Value[])[]): PlannedPayments => ({
  ...good,
  invoices: sheet("Invoices", invoiceTitles, rows),
});

describe("checkPaymentTies", () => {
  it("takes what agrees, whatever rows that do not count and documents without rows say", () => {
    expect(() => checkPaymentTies(good)).not.toThrow();
  });

  it("takes a credit note of another system with a positive total", () => {
    expect(() => checkPaymentTies(withInvoices(changed(invoiceRows, 2, 2, 30)))).not.toThrow();
  });

  it.each<readonly [string, PlannedPayments, string]>([
    [
      "a row of cash that is another amount than is reported as applied",
      withRows(changed(applicationRows, 0, 4, 97)),
      "payment P1: its rows of cash are 97, received less unapplied is 98",
    ],
    [
      "a reversal that is not the opposite",
      withRows(changed(applicationRows, 4, 4, -19)),
      "payment P2: its rows of cash are 1, received less unapplied is 0",
    ],
    [
      "a reversal of another row",
      withRows(changed(applicationRows, 4, 6, "APP-2")),
      "APP-5: with APP-2 it leaves −18, there must be left 0",
    ],
    [
      "Paid that is not what the rows come to",
      withInvoices(changed(invoiceRows, 0, 3, 98)),
      "A-1: its posted rows are 100, Paid is 98",
    ],
    [
      "Paid of a credit note that is not what was used of it",
      withInvoices(changed(invoiceRows, 2, 3, -20)),
      "CN-1: its posted rows are −30, Paid is −20",
    ],
    [
      "a Balance that is not the rest",
      withInvoices(changed(invoiceRows, 1, 4, 80)),
      "A-2: Total less Paid is 50, Balance is 80",
    ],
    [
      "received that is not that of the payments",
      { ...good, totals: [{ ...good.totals[0]!, received: amount(117), applied: amount(97) }] },
      "the totals in EUR: payments received are 118, reported is 117",
    ],
    [
      "unapplied that is not what is left of payments",
      { ...good, totals: [{ ...good.totals[0]!, applied: amount(99), unapplied: amount(19) }] },
      "the totals in EUR: what is left of payments is 20, reported is 19",
    ],
    [
      "applied and unapplied that are not what was received",
      { ...good, totals: [{ ...good.totals[0]!, applied: amount(97) }] },
      "the totals in EUR: applied and unapplied are 117, received is 118",
    ],
  ])("refuses %s", (_, wrong, fault) => {
    expect(() => checkPaymentTies(wrong)).toThrow(UntiedPlan);
    expect(() => checkPaymentTies(wrong)).toThrow(`figures do not agree, nothing was written: ${fault}`);
  });
});
