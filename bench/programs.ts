import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureNode, type Measured } from "./measure";
import { THOUSANDTHS, type UsageTotal } from "./usageRows";

/** The word that makes this bundle read a workbook, by the reader named behind it, and do nothing else. */
export const READ = "read";

export type WorkbookReader = "floor" | "ours" | "exceljs";
export type ReaderName = WorkbookReader | "duckDb" | "libraries";

export const COMMAND_LINE = join(__dirname, "ratebook.cjs");
export const THIS_BUNDLE = join(__dirname, "bench.cjs");

/** A whole process, and what it made of the usage. */
export interface MeasuredUsage extends Measured {
  readonly usage: UsageTotal;
}

export interface MeasuredBill extends MeasuredUsage {
  /** Documents and amounts in words. */
  readonly billed: string;
}

interface BillOutput {
  readonly invoices: number;
  readonly held: number;
  readonly controlTotals: readonly { readonly rowsRated: number; readonly quantityRated: number }[];
  readonly totals: readonly { readonly currency: string; readonly total: number }[];
}

/** What a bill made of its usage, from its JSON. */
export function usageOfBill(output: string): UsageTotal {
  const { held, controlTotals } = JSON.parse(output) as BillOutput;
  if (held > 0) throw new Error(`${String(held)} invoices are held; the benchmark is to bill every row`);
  return controlTotals.reduce(
    (all, { rowsRated, quantityRated }) => ({
      rows: all.rows + rowsRated,
      thousandths: all.thousandths + Math.round(quantityRated * THOUSANDTHS),
    }),
    { rows: 0, thousandths: 0 },
  );
}

/** The whole program as users start it, from the workbook on disk to the billed one. */
export async function runBill(file: string, more: readonly string[] = []): Promise<MeasuredBill> {
  const words = ["bill", file, ...more, "--out", `${file}.billed.xlsx`, "--json"];
  const measured = await measureNode([COMMAND_LINE, ...words]);
  const { invoices, totals } = JSON.parse(measured.output) as BillOutput;
  const usage = usageOfBill(measured.output);
  const amounts = totals.map(({ currency, total }) => `${currency} ${total.toFixed(2)}`).join(", ");
  return { ...measured, usage, billed: `${String(invoices)} invoices of ${amounts}` };
}

/** A reader goes over the workbook from end to end and adds its quantities. */
export async function runReader(name: ReaderName, file: string): Promise<MeasuredUsage> {
  const measured = await measureNode([THIS_BUNDLE, READ, name, file]);
  return { ...measured, usage: JSON.parse(measured.output) as UsageTotal };
}

export function assertUsage(program: string, { usage }: MeasuredUsage, expected: UsageTotal): void {
  if (usage.rows === expected.rows && usage.thousandths === expected.thousandths) return;
  throw new Error(`${program}: ${JSON.stringify(usage)} instead of ${JSON.stringify(expected)}`);
}

/** Gives a folder for workbooks that is gone afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
