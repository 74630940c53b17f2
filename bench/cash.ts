import { performance } from "node:perf_hooks";
import { applyPayments, openLedger, type Snapshot } from "../src/core/api";
import { gridOf, type Cell } from "./grid";
import type { PrintLine } from "./report";

const FIRST_DAY = 46_000;
const OPEN_INVOICES = 20_000;
const PAYMENTS = 5_000;

/** Open invoices shared by so many customers, and payments that name one, equal one, pay several or fit nothing. */
function cashBook(customers: number, invoices: number, payments: number): Snapshot {
  const number = (index: number) => `INV-2026-${String(index).padStart(6, "0")}`;
  const amount = (index: number) => 100 + ((index * 7919) % 90_000) / 100;
  const invoiceRows = Array.from({ length: invoices }, (_, index): Cell[] => [
    number(index),
    `C${String(index % customers)}`,
    { day: FIRST_DAY + (index % 60) },
    { day: FIRST_DAY + (index % 60) + 30 },
    amount(index),
  ]);
  const paymentRows = Array.from({ length: payments }, (_, index): Cell[] => {
    const of = (index * 3) % invoices;
    const next = (of + customers) % invoices;
    const [paid, reference] = [
      [amount(of), `payment of ${number(of).replaceAll("-", " ")}`],
      [amount(of), "no number"],
      [Number((amount(of) + amount(next)).toFixed(2)), `${number(of)}, ${number(next)}`],
      [Number((amount(of) + amount(next)).toFixed(2)), ""],
      [12_345.67, "who knows"],
    ][index % 5] as [number, string];
    return [`P${String(index)}`, `C${String(of % customers)}`, { day: FIRST_DAY + 70 }, paid, reference];
  });
  const grids = [
    gridOf("Invoices", [
      ["Invoice number", "Customer ID", "Invoice date", "Due date", "Total"],
      ...invoiceRows,
    ]),
    gridOf("Payments", [["Payment ID", "Customer ID", "Date", "Amount", "Reference"], ...paymentRows]),
  ];
  return { grids, tables: [], date1904: false, pictures: [] };
}

function applied(snapshot: Snapshot): {
  readonly seconds: number;
  readonly posted: number;
  readonly reviews: number;
} {
  const start = performance.now();
  const opened = openLedger(snapshot, undefined);
  if (!opened) throw new Error("The book has days.");
  const options = {
    asOf: undefined,
    accept: "medium",
    usesOldest: false,
    reverse: [],
    by: "bench",
    runId: "RUN-1",
  } as const;
  const result = applyPayments(opened, options);
  if (!result.ok) throw new Error(result.reason);
  const { applications, proposals } = result.run;
  return {
    seconds: (performance.now() - start) / 1000,
    posted: applications.length,
    reviews: proposals.length,
  };
}

/** Reads, matches and posts: 5,000 payments over 20,000 open invoices, of few customers and of many, and twice of it. */
export function benchCash(report: PrintLine): Promise<void> {
  for (const [customers, times] of [
    [2_000, 1],
    [2_000, 2],
    [20, 1],
    [1, 1],
  ] as const) {
    const book = cashBook(customers, OPEN_INVOICES * times, PAYMENTS * times);
    applied(book);
    const { seconds, posted, reviews } = applied(book);
    report(
      `${String(PAYMENTS * times)} payments, ${String(OPEN_INVOICES * times)} open invoices of ${String(customers)} customers: ` +
        `${seconds.toFixed(2)} s, ${String(posted)} rows posted, ${String(reviews)} to review`,
    );
  }
  return Promise.resolve();
}
