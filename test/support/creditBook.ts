import { join } from "node:path";
import { invoice, runAgain, runOn, type JsonRun, type Tables } from "./receivablesBook";
import type { RowInput } from "./workbookFixture";
import { readTables } from "./workbookReading";

export interface CreditJson {
  readonly asOf: string;
  readonly credit: {
    readonly creditNote: string;
    readonly corrects: string;
    readonly status: string;
    readonly net: number;
    readonly tax: number;
    readonly total: number;
    readonly left: { readonly net: number; readonly tax: number };
  };
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly sheet: string }[];
  readonly output: string;
}

export const credit = (tables: Tables, ...options: readonly string[]) =>
  runOn<CreditJson>(tables, "credit", ...options);

/** The same command over what a run wrote. */
export const onOutput = ({ folder, json }: JsonRun<CreditJson>, ...options: readonly string[]) =>
  runAgain<CreditJson>(join(folder, json.output), "credit", ...options);

export const tablesOf = ({ folder, json }: JsonRun<CreditJson>) => readTables(join(folder, json.output));

export const line = (number: string, at: number, amount: number, row: RowInput = {}): RowInput => ({
  "Invoice number": number,
  Line: at,
  "Contract ID": "CT-1",
  "Price ID": `P-${String(at)}`,
  Product: `Product ${String(at)}`,
  Description: `Service ${String(at)}`,
  Kind: "fixed",
  Tier: undefined,
  "Period start": "2026-10-01",
  "Period end": "2026-10-31",
  Amount: amount,
  "Tax code": "VAT20",
  "Tax rate": 0.2,
  ...row,
});

/** 100.00 and 50.00 at 20 %, 30.00 at 9 %. */
export const october: Tables = {
  Invoices: [
    invoice("INV-1", "C1", "2026-10-31", 212.7, {
      "Contract ID": "CT-1",
      "Due date": "2026-11-30",
      Subtotal: 180,
      Tax: 32.7,
    }),
    invoice("INV-2", "C1", "2026-11-02", 60, { "Due date": "2026-12-02", Subtotal: 50, Tax: 10 }),
  ],
  "Invoice lines": [
    line("INV-1", 1, 100),
    line("INV-1", 2, 50),
    line("INV-1", 3, 30, { "Tax code": "VAT9", "Tax rate": 0.09 }),
    line("INV-2", 1, 50),
  ],
};
