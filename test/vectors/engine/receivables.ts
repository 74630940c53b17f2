import { formatDay, type Day } from "../../../src/core/calendar/day";
import type { Decimal } from "../../../src/core/money/decimal";
import { applyPayments } from "../../../src/core/run/receivables/applyPayments";
import { openLedger } from "../../../src/core/run/receivables/reportBook";
import type { Ledger } from "../../../src/core/receivables/ledger";
import { propose, type Proposals } from "../../../src/core/receivables/matching/propose";
import { bookOf, type Row } from "../book";

type Tables = Readonly<Record<string, readonly Row[]>>;

/** An issued invoice of the one customer. */
export const invoiceRow = (number: string, amount: Decimal, date: Day, row: Row = {}): Row => ({
  "Invoice number": number,
  Status: "Issued",
  "Customer ID": "C1",
  "Invoice date": formatDay(date),
  Total: amount.toNumber(),
  Currency: "EUR",
  ...row,
});

export const paymentRow = (id: string, amount: Decimal, date: Day, row: Row = {}): Row => ({
  "Payment ID": id,
  "Customer ID": "C1",
  Date: formatDay(date),
  Amount: amount.toNumber(),
  Currency: "EUR",
  ...row,
});

export const settingRows = (settings: Readonly<Record<string, string | number>>): readonly Row[] =>
  Object.entries(settings).map(([Key, Value]) => ({ Key, Value }));

export function ledgerOf(tables: Tables, asOf: Day): Ledger {
  const opened = openLedger(bookOf(tables), asOf);
  if (!opened) throw new Error("it has days");
  const wrong = opened.issues.find(({ severity }) => severity === "error");
  if (wrong) throw new Error(wrong.message);
  return opened.ledger;
}

export const proposalsOf = (ledger: Ledger): Proposals => propose(ledger, false);

/** The ledger once everything is accepted, and how many rows that posts. */
export function accepted(ledger: Ledger): { readonly ledger: Ledger; readonly rows: number } {
  const result = applyPayments(
    { ledger },
    { asOf: undefined, accept: "medium", usesOldest: false, reverse: [], by: "", runId: "RUN-1" },
  );
  if (!result.ok) throw new Error(result.reason);
  return { ledger: result.run.ledger, rows: result.run.applications.length };
}
