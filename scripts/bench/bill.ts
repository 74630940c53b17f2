import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureNode, type Measured } from "./measure";
import { interleave, medianOf, spreadOf } from "./pairs";
import { ratioLine, type Report } from "./report";
import { THOUSANDTHS, type UsageTotal } from "./usageRows";
import { writeUsageBook } from "./usageBook";

const ROWS = 100_000;
const ROUNDS = { warmUp: 1, counted: 5 };
const COMMAND_LINE = join(__dirname, "ratebook.cjs");
const THIS_PROGRAM = join(__dirname, "bench.cjs");

/** Gives a folder for workbooks that is gone afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface BillOutput {
  readonly invoices: number;
  readonly held: number;
  readonly controlTotals: readonly { readonly rowsRated: number; readonly quantityRated: number }[];
  readonly totals: readonly { readonly currency: string; readonly total: number }[];
}

export interface Bill extends Measured {
  readonly usage: UsageTotal;
  readonly shown: string;
}

/** The whole program as users start it, from the workbook on disk to the billed one. */
export async function runBill(file: string): Promise<Bill> {
  const out = `${file}.billed.xlsx`;
  const measured = await measureNode(["--enable-source-maps", COMMAND_LINE, "bill", file, "--out", out, "--json"]);
  const { invoices, held, controlTotals, totals } = JSON.parse(measured.output) as BillOutput;
  if (held > 0) throw new Error(`${String(held)} invoices are held: the benchmark is to bill every row`);
  const rows = controlTotals.reduce((all, { rowsRated }) => all + rowsRated, 0);
  const thousandths = controlTotals.reduce((all, { quantityRated }) => all + Math.round(quantityRated * THOUSANDTHS), 0);
  const amounts = totals.map(({ currency, total }) => `${currency} ${total.toFixed(2)}`).join(", ");
  return { ...measured, usage: { rows, thousandths }, shown: `${String(invoices)} invoices, ${amounts}` };
}

async function runReader(file: string): Promise<Measured & { readonly usage: UsageTotal }> {
  const measured = await measureNode([THIS_PROGRAM, "bare-reader", file]);
  return { ...measured, usage: JSON.parse(measured.output) as UsageTotal };
}

export function assertTotal(what: string, found: UsageTotal, expected: UsageTotal): void {
  if (found.rows === expected.rows && found.thousandths === expected.thousandths) return;
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

/** Billing a workbook against only reading it. */
export async function benchBill(report: Report): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "usage.xlsx");
    const expected = await writeUsageBook(file, ROWS);
    const rounds = await interleave<"bill" | "reader", Measured & { readonly usage: UsageTotal }>(
      { bill: () => runBill(file), reader: () => runReader(file) },
      ROUNDS,
    );
    for (const { bill, reader } of rounds) {
      assertTotal("bill", bill.usage, expected);
      assertTotal("bare reader", reader.usage, expected);
    }
    const megabytes = (side: "bill" | "reader") => medianOf(rounds.map((round) => round[side].peakMegabytes)).toFixed(0);
    report(`${String(ROWS)} usage rows, quantity ${String(expected.thousandths / THOUSANDTHS)} on both sides`);
    report(ratioLine("bill / bare reader, wall", spreadOf(rounds.map(({ bill, reader }) => bill.milliseconds / reader.milliseconds)), "goal at most 1.4"));
    report(ratioLine("bill / bare reader, processor", spreadOf(rounds.map(({ bill, reader }) => bill.cpuMilliseconds / reader.cpuMilliseconds)), "goal at most 1.4"));
    report(`  peak memory: bill ${megabytes("bill")} MB, bare reader ${megabytes("reader")} MB (goal for bill at most 350 MB)`);
  });
}
