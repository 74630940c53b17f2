import type { Decimal } from "../../../src/core/money/decimal";
import { creditInvoice } from "../../../src/core/run/receivables/creditInvoice";
import { openLedger, type LedgerBook } from "../../../src/core/run/receivables/reportBook";
import { bookOf, type Row } from "../book";
import { someDay } from "../vector";

const document = (number: string, total: Decimal, row: Row = {}): Row => ({
  "Invoice number": number,
  Status: "Issued",
  Type: "Invoice",
  "Customer ID": "K1",
  "Invoice date": "2026-01-31",
  "Due date": "2026-02-28",
  Currency: "USD",
  Subtotal: total.toNumber(),
  Total: total.toNumber(),
  ...row,
});

function opened(tables: Readonly<Record<string, readonly Row[]>>): LedgerBook {
  const book = openLedger(bookOf(tables), undefined);
  if (!book) throw new Error("no day");
  return book;
}

/** A credit that somebody asks for, and who approves it. */
export interface AskedCredit {
  readonly amount: Decimal;
  readonly by: string;
  readonly approvedBy: string | undefined;
  readonly reason: string;
}

/** What becomes of a credit under a limit, in the words of the vectors. */
export function statusUnder(limit: Decimal, { amount, by, approvedBy, reason }: AskedCredit): string {
  const { ledger } = opened({
    Invoices: [document("INV-1", amount)],
    Settings: [{ Key: "Approval limit", Value: limit.toNumber() }],
  });
  const result = creditInvoice(ledger, {
    number: "INV-1",
    line: undefined,
    amount,
    reasonCode: reason,
    isRebill: false,
    by,
    approvedBy,
    when: { day: someDay, time: 0 },
    runId: "RUN-1",
  });
  if (!result.ok) return result.reason.endsWith("needs a reason code") ? "reason missing" : result.reason;
  const [issue] = result.run.issues;
  return issue ? issue.code.toLowerCase().replace("_", " ") : "ok";
}

/** What a credit note does to a customer's balance, with a typed total of either sign, and what is said of it. */
export function effectOf(credit: Decimal): { readonly balance: Decimal; readonly codes: readonly string[] } {
  const { ledger, issues } = opened({ Invoices: [document("CN-1", credit, { Type: "Credit note" })] });
  const [note] = ledger.documents;
  return { balance: ledger.openOf(note!), codes: issues.map(({ code }) => code) };
}
