import { billPeriod, cellAddress, parsePeriod, type BillingRun, type Issue } from "../../src/core/api";
import { caseBytes, openCase, type CaseCell, type CaseInput, type CaseSheet } from "./caseBook";

export type Rows = CaseSheet["rows"];
type Sheets = CaseInput["sheets"];

export const october = (day: number): CaseCell => ({ date: `2026-10-${String(day).padStart(2, "0")}` });
export const header = ["Contract ID", "Meter", "Date", "Quantity"];
export const usageRows: Rows = [
  ["K1", "Calls", october(5), 1000],
  ["K1", "Calls", october(20), 500],
  ["K2", "Calls", october(7), 300],
];

/** K1 owes 150.00, K2 60.00 and K3 a fee of 50.00. */
export const base: Record<string, Rows> = {
  Contracts: [
    ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
    ["K1", "C1", "Alder Ltd", october(1), "EUR"],
    ["K2", "C2", "Birch GmbH", october(1), "EUR"],
    ["K3", "C3", "Cedar SA", october(1), "EUR"],
  ],
  Prices: [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Unit"],
    ["K1", "Calls", "per_unit", 0.1],
    ["K2", "Calls", "per_unit", 0.2],
    ["K3", "Line rental", "flat", null, 50],
  ],
  Usage: [header, ...usageRows],
};

export interface Billed {
  readonly bills: Readonly<Record<string, string>>;
  /** "severity CODE Sheet!A1", what is worth knowing left out unless asked for. */
  readonly said: readonly string[];
  readonly all: readonly string[];
  readonly issues: readonly Issue[];
  readonly run: BillingRun;
}

export async function bill(changed: Sheets, csv: Readonly<Record<string, string>> = {}): Promise<Billed> {
  const sheets = Object.fromEntries(
    Object.entries({ ...base, ...changed }).filter(
      ([, rows]) => ("rows" in rows ? rows.rows : rows).length > 0,
    ),
  );
  const { snapshot } = await openCase(await caseBytes({ sheets }), Object.entries(csv));
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const { run } = result;
  const shown = ({ severity, code, at }: Issue) => `${severity} ${code} ${at.sheet}!${cellAddress(at)}`;
  return {
    run,
    issues: run.issues,
    bills: Object.fromEntries(
      run.invoices.map(({ lines, subtotal }) => [lines[0]!.contractId, subtotal.toFixed(2)]),
    ),
    said: run.issues.filter(({ severity }) => severity !== "info").map(shown),
    // None of these books has tax.
    all: run.issues.filter(({ code }) => code !== "NO_TAX").map(shown),
  };
}

/** Usage with one more column. */
export const usageWith = (title: string, ...cells: CaseCell[]): Rows => [
  [...header, title],
  ...usageRows.map((row, index) => [...row, cells[index] ?? null]),
];
