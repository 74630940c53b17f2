import { parsePeriod } from "../../src/core/calendar/period";
import type { Snapshot } from "../../src/core/grid/grid";
import type { Invoice } from "../../src/core/invoicing/invoice";
import { billPeriod, type BillingRun } from "../../src/core/run/billingRun";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

/** A row of a table by its headers. */
export type Row = Readonly<Record<string, Cell>>;

/** A workbook of tables, each with the headers that its rows name. */
export function bookOf(tables: Readonly<Record<string, readonly Row[]>>): Snapshot {
  return workbook(
    Object.entries(tables).map(([name, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return sheet(name, [headers, ...rows.map((row) => headers.map((header) => row[header]))]);
    }),
  );
}

export function billBook(book: Snapshot, period: string): BillingRun {
  const result = billPeriod(book, { period: parsePeriod(period), asOf: undefined, giveNumbers: false });
  if (!result.ok) throw new Error("no period");
  return result.run;
}

/** A contract of January 2026; what a row names goes before it. */
export const contractRow = (row: Row = {}): Row => ({
  "Contract ID": "C1",
  "Customer ID": "K1",
  "Customer name": "Acme",
  "Start date": "2026-01-01",
  Currency: "USD",
  ...row,
});

/** A price of that contract. */
export const priceRow = (row: Row): Row => ({
  "Contract ID": "C1",
  Product: "Service",
  "Pricing model": "flat",
  ...row,
});

/** The one invoice of January 2026 that these tables make. */
export function invoiceOf(tables: Readonly<Record<string, readonly Row[]>>, period = "2026-01"): Invoice {
  const { invoices, issues } = billBook(bookOf({ Contracts: [contractRow()], ...tables }), period);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  if (invoices.length !== 1) throw new Error(`${String(invoices.length)} invoices`);
  return invoices[0]!;
}
