import { join } from "node:path";
import type { NoteFigure } from "./goals";
import { interleave, medianOf, spreadOf } from "./pairs";
import { assertUsage, runReader, withFolder, type MeasuredUsage, type WorkbookReader } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";
import { sizeOf } from "./usageRows";

const ROWS = 1_000_000;
const ROUNDS = { warmUp: 1, counted: 5 };

/** Reading a workbook of a million rows against the least it can cost, and against exceljs. */
export async function benchReading(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "usage.xlsx");
    const expected = await writeUsageBook(file, sizeOf(ROWS));
    const run = (name: WorkbookReader) => () => runReader(name, file);
    const rounds = await interleave<WorkbookReader, MeasuredUsage>(
      { floor: run("floor"), ours: run("ours"), exceljs: run("exceljs") },
      ROUNDS,
    );
    for (const round of rounds)
      for (const name of ["floor", "ours", "exceljs"] as const) assertUsage(name, round[name], expected);
    const ratio = (name: WorkbookReader) =>
      spreadOf(rounds.map(({ ours, [name]: other }) => ours.cpuMilliseconds / other.cpuMilliseconds));
    report(`${String(ROWS)} usage rows of six columns, shared strings; processor time of whole processes`);
    report(ratioLine("reader / floor", ratio("floor"), "goal at most 2.5"));
    report(ratioLine("reader / exceljs streaming", ratio("exceljs"), "goal at most 0.125"));
    note("readerFloor", ratio("floor").median.toPrecision(3));
    note("readerExceljs", `1/${(1 / ratio("exceljs").median).toPrecision(2)}`);
    note("readerShared", `${medianOf(rounds.map(({ ours }) => ours.peakMegabytes)).toFixed(0)} MB`);
    for (const name of ["floor", "ours", "exceljs"] as const) {
      const seconds = medianOf(rounds.map((round) => round[name].cpuMilliseconds)) / 1000;
      const peak = medianOf(rounds.map((round) => round[name].peakMegabytes));
      report(`  ${name.padEnd(8)} ${seconds.toFixed(2)} s of processor time, peak ${peak.toFixed(0)} MB`);
    }
  });
}
