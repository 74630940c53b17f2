import { agingOf, applyPayments, openLedger, type PaymentOptions } from "../../src/core/api";
import { parseIsoDay } from "../../src/core/calendar/day";
import { textBook } from "./textTables";

/** Tables as lines of text. */
export type Book = Readonly<Record<string, readonly string[]>>;

export const invoices =
  "Invoice number | Type | Status | Customer ID | Invoice date | Due date | Currency | Total | Corrects";
export const payments =
  "Payment ID | Customer ID | Date | Amount | Currency | Reference | Invoice number | Payer";
export const applications =
  "Application ID | Status | Payment ID | Invoice number | Date | Kind | Amount | Reason code | Reverses";

/** An issued invoice of C1 in euros of 1 January, due on 31 January. */
export const owed = (number: string, total: number | string, customer = "C1") =>
  `${number} | Invoice | Issued | ${customer} | 2026-01-01 | 2026-01-31 | EUR | ${total} |`;
export const credited = (number: string, total: number, corrects = "") =>
  `${number} | Credit note | Issued | C1 | 2026-01-02 | | EUR | ${total} | ${corrects}`;
/** A payment of C1 in euros of 20 January. */
export const paid = (id: string, amount: number, reference = "", number = "", date = "2026-01-20") =>
  `${id} | C1 | ${date} | ${amount} | EUR | ${reference} | ${number} |`;

export function ledgerOf(book: Book, asOf?: string) {
  const opened = openLedger(textBook(book), asOf === undefined ? undefined : parseIsoDay(asOf));
  if (!opened) throw new Error("The book has no day.");
  return opened;
}

export const codes = (book: Book) => ledgerOf(book).issues.map(({ code, severity }) => `${code} ${severity}`);

export function run(book: Book, options: Partial<PaymentOptions> = {}) {
  const base = { asOf: undefined, accept: undefined, usesOldest: false, reverse: [], by: "", runId: "RUN-1" };
  const result = applyPayments(ledgerOf(book), { ...base, ...options });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

/** Proposed rows in short: rule, confidence, treatment, kind, document and amount; candidates of a review. */
export const proposals = (book: Book) =>
  run(book).proposals.map(
    ({
      status,
      rule = "",
      confidence = "",
      treatment = "",
      kind = "",
      invoiceNumber,
      amount,
      candidates = "",
    }) =>
      status === "review"
        ? `review ${candidates}`
        : `${rule} ${confidence} ${treatment} ${kind} ${invoiceNumber} ${amount.toFixed()}`,
  );

/** What is open by document, on a day. */
export const open = (book: Book, asOf?: string) =>
  agingOf(ledgerOf(book, asOf).ledger).detail.map(
    ({ document, open: amount }) => `${document} ${amount.toFixed()}`,
  );
