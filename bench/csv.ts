import { rmSync } from "node:fs";
import { join } from "node:path";
import type { NoteFigure } from "./goals";
import { billCsv, writeUsageCsv } from "./kept";
import { interleave, medianOf, spreadOf } from "./pairs";
import { assertUsage, runReader, withFolder, type MeasuredUsage } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";
import { sizeOf } from "./usageRows";

const SIZES = [
  { rows: 1_000_000, rounds: { warmUp: 0, counted: 3 } },
  { rows: 10_000_000, rounds: { warmUp: 0, counted: 1 } },
] as const;

/** CSV files that are billed where they are, against DuckDB, which adds up their quantities by contract, meter and day. */
export async function benchCsv(report: PrintLine, note: NoteFigure): Promise<void> {
  const ratios: string[] = [];
  const peaks: string[] = [];
  await withFolder(async (folder) => {
    const [book, file] = [join(folder, "book.xlsx"), join(folder, "usage.csv")];
    await writeUsageBook(book, sizeOf(0));
    for (const { rows, rounds: count } of SIZES) {
      const expected = writeUsageCsv(file, rows);
      const rounds = await interleave<"ours" | "duckDb", MeasuredUsage>(
        { ours: () => billCsv(book, file, "left"), duckDb: () => runReader("duckDb", file) },
        count,
      );
      rmSync(file);
      for (const { ours, duckDb } of rounds) {
        assertUsage("bill", ours, expected);
        assertUsage("DuckDB", duckDb, expected);
      }
      const ratio = spreadOf(rounds.map(({ ours, duckDb }) => ours.cpuMilliseconds / duckDb.cpuMilliseconds));
      report(`${String(rows)} rows of a CSV file, processor time of whole processes`);
      report(ratioLine("bill / sums by DuckDB", ratio, "goal at most 1.5"));
      for (const side of ["ours", "duckDb"] as const) {
        const seconds = medianOf(rounds.map((round) => round[side].cpuMilliseconds)) / 1000;
        const peak = medianOf(rounds.map((round) => round[side].peakMegabytes)).toFixed(0);
        report(`  ${side.padEnd(7)} ${seconds.toFixed(1)} s of processor time, peak ${peak} MB`);
        if (side === "ours") peaks.push(`${peak} MB`);
      }
      ratios.push(ratio.median.toPrecision(2));
    }
  });
  note("csvDuckDb", ratios.join("; "));
  note("csvPeak", peaks.join("; "));
}
