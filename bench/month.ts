import { join } from "node:path";
import type { NoteFigure } from "./goals";
import type { MonthTotal } from "./libraryMonth";
import { measureNode } from "./measure";
import { interleave, medianOf, spreadOf } from "./pairs";
import { assertUsage, READ, runBill, THIS_BUNDLE, withFolder, type MeasuredBill } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";

const SIZE = { rows: 1_000_000, contracts: 2000 };
const ROUNDS = { warmUp: 0, counted: 3 };

async function runLibraries(file: string): Promise<MeasuredBill> {
  const measured = await measureNode([THIS_BUNDLE, READ, "libraries", file]);
  const { amount, ...usage } = JSON.parse(measured.output) as MonthTotal;
  return { ...measured, usage, billed: `${String(SIZE.contracts)} invoices of EUR ${amount}` };
}

/** A whole month, 1,000,000 rows and 2,000 formatted invoices, against exceljs and decimal.js. */
export async function benchMonth(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "month.xlsx");
    const expected = await writeUsageBook(file, SIZE);
    const rounds = await interleave<"ours" | "libraries", MeasuredBill>(
      { ours: () => runBill(file, ["--sheets", "all"]), libraries: () => runLibraries(file) },
      ROUNDS,
    );
    for (const { ours, libraries } of rounds) {
      assertUsage("bill", ours, expected);
      assertUsage("exceljs and decimal.js", libraries, expected);
      if (ours.billed !== libraries.billed)
        throw new Error(`bill made ${ours.billed}, the libraries ${libraries.billed}`);
    }
    const ratio = spreadOf(
      rounds.map(({ ours, libraries }) => ours.cpuMilliseconds / libraries.cpuMilliseconds),
    );
    report(
      `${String(SIZE.rows)} rows, ${rounds[0]!.ours.billed} on both sides; processor time of whole processes`,
    );
    report(ratioLine("bill with 2,000 sheets / exceljs and decimal.js", ratio, "goal at most 0.125"));
    note("month", `1/${(1 / ratio.median).toPrecision(2)}`);
    for (const side of ["ours", "libraries"] as const) {
      const seconds = medianOf(rounds.map((round) => round[side].cpuMilliseconds)) / 1000;
      const peak = medianOf(rounds.map((round) => round[side].peakMegabytes));
      report(`  ${side.padEnd(9)} ${seconds.toFixed(1)} s of processor time, peak ${peak.toFixed(0)} MB`);
    }
  });
}
