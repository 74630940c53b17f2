import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureNode, type Measured } from "./measure";
import { interleave, medianOf, type Round } from "./pairs";
import { assertUsage, COMMAND_LINE, usageOfBill, withFolder, type MeasuredUsage } from "./programs";
import type { NoteFigure } from "./goals";
import type { PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";
import { sizeOf, THOUSANDTHS, USAGE_COLUMNS, usageRows, type UsageTotal } from "./usageRows";

const ROWS = 1_000_000;
const ROUNDS = { warmUp: 0, counted: 3 };
const SECONDS_OF_DAY = 86_400;
const FIRST_SERIAL_DAY = 25_569;
const LINES_OF_PIECE = 20_000;

const isoMoment = (serial: number): string =>
  new Date(Math.round((serial - FIRST_SERIAL_DAY) * SECONDS_OF_DAY) * 1000).toISOString().slice(0, 19);

/** The rows of `writeUsageBook` as a CSV file. */
export function writeUsageCsv(file: string, rows: number): UsageTotal {
  let thousandths = 0;
  let piece = `${USAGE_COLUMNS.join(",")}\n`;
  let count = 0;
  writeFileSync(file, "");
  for (const row of usageRows(sizeOf(rows))) {
    thousandths += row.thousandths;
    const fields = [row.eventId, row.contractId, row.meter, isoMoment(row.moment)];
    piece += `${[...fields, String(row.thousandths / THOUSANDTHS), row.region].join(",")}\n`;
    if (++count % LINES_OF_PIECE !== 0) continue;
    writeFileSync(file, piece, { flag: "a" });
    piece = "";
  }
  writeFileSync(file, piece, { flag: "a" });
  return { rows, thousandths };
}

type Way = "kept" | "left";

/** Bills a book with a CSV file. */
export async function billCsv(book: string, usage: string, keeps: Way): Promise<MeasuredUsage> {
  const words = ["bill", book, "--usage", usage, "--keep-usage", keeps === "kept" ? "yes" : "no"];
  const out = ["--out", `${book}.billed.xlsx`, "--json"];
  const measured: Measured = await measureNode([COMMAND_LINE, ...words, ...out]);
  return { ...measured, usage: usageOfBill(measured.output) };
}

/** A million rows of a CSV file: copied into the workbook, and billed where they are. */
export async function benchKept(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const [book, file] = [join(folder, "book.xlsx"), join(folder, "usage.csv")];
    await writeUsageBook(book, sizeOf(0));
    const expected = writeUsageCsv(file, ROWS);
    const rounds: Round<Way, MeasuredUsage>[] = await interleave(
      { kept: () => billCsv(book, file, "kept"), left: () => billCsv(book, file, "left") },
      ROUNDS,
    );
    report(`${String(ROWS)} rows of a CSV file, whole process`);
    for (const way of ["kept", "left"] as const) {
      for (const round of rounds) assertUsage(way, round[way], expected);
      const middle = (figure: "milliseconds" | "cpuMilliseconds" | "peakMegabytes") =>
        medianOf(rounds.map((round) => round[way][figure]));
      const seconds = `${(middle("milliseconds") / 1000).toFixed(1)} s, processor ${(middle("cpuMilliseconds") / 1000).toFixed(1)} s`;
      const peak = `${middle("peakMegabytes").toFixed(0)} MB`;
      if (way === "kept")
        note("kept", `${(middle("cpuMilliseconds") / 1000).toFixed(1)} s of processor time, ${peak}`);
      report(
        `  ${way === "kept" ? "copied into the workbook" : "billed where they are"}: ${seconds}, peak ${peak}`,
      );
    }
  });
}
