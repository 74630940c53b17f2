import { bookOf, runEngine, type CaseInput, type EngineRun } from "./engineRun";

export type Rows = CaseInput["sheets"][string];
export type Row = Rows[number];

export const day = (date: string) => ({ date });
export const START = day("2026-10-01");

/** October 2026: K1 used 1,000 calls on the 5th and 500 on the 20th. */
export const usage: Rows = [
  ["Contract ID", "Meter", "Date", "Quantity"],
  ["K1", "Calls", day("2026-10-05"), 1000],
  ["K1", "Calls", day("2026-10-20"), 500],
];
const contracts: Rows = [
  ["Contract ID", "Customer ID", "Start date", "Currency"],
  ["K1", "C1", START, "EUR"],
];

export async function run(sheets: CaseInput["sheets"], period = "2026-10"): Promise<EngineRun> {
  const book = await bookOf({ sheets: { Contracts: contracts, Usage: usage, ...sheets } });
  return runEngine(book, { period, giveNumbers: false });
}

export const pricesOf = (columns: Row, ...rows: Row[]): Rows => [
  ["Contract ID", "Product", "Pricing model", ...columns],
  ...rows,
];
export const codes = ({ issues }: EngineRun) =>
  issues
    .filter(({ severity }) => severity !== "info")
    .map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);
export const subtotal = ({ invoices }: EngineRun, contractId = "K1") =>
  invoices.find((invoice) => invoice.contractId === contractId)?.subtotal;

/** What K1 owes and what is said about it, with nothing found by the reconciliation. */
export async function owed(sheets: CaseInput["sheets"], period?: string) {
  const result = await run(sheets, period);
  expect(result.findings).toEqual([]);
  return { owed: subtotal(result), codes: codes(result) };
}
