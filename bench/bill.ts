import { join } from "node:path";
import { interleave, medianOf, spreadOf } from "./pairs";
import { assertUsage, runReader, runBill, withFolder, type MeasuredUsage } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";
import { sizeOf, THOUSANDTHS } from "./usageRows";

const ROWS = 100_000;
const ROUNDS = { warmUp: 1, counted: 7 };

/** Billing a workbook, whole process, against a library that only reads it. */
export async function benchBill(report: PrintLine): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "usage.xlsx");
    const expected = await writeUsageBook(file, sizeOf(ROWS));
    const rounds = await interleave<"bill" | "reader", MeasuredUsage>(
      { bill: () => runBill(file), reader: () => runReader("exceljs", file) },
      ROUNDS,
    );
    for (const { bill, reader } of rounds) {
      assertUsage("bill", bill, expected);
      assertUsage("bare reader", reader, expected);
    }
    const ratio = (of: (side: MeasuredUsage) => number) =>
      spreadOf(rounds.map(({ bill, reader }) => of(bill) / of(reader)));
    const peak = (side: "bill" | "reader") =>
      `${medianOf(rounds.map((round) => round[side].peakMegabytes)).toFixed(0)} MB`;
    report(
      `${String(ROWS)} usage rows; quantity ${String(expected.thousandths / THOUSANDTHS)} on both sides`,
    );
    report(
      ratioLine(
        "bill / bare reader, wall",
        ratio((side) => side.milliseconds),
        "goal at most 1.4",
      ),
    );
    report(
      ratioLine(
        "bill / bare reader, processor",
        ratio((side) => side.cpuMilliseconds),
        "goal at most 1.4",
      ),
    );
    report(`  peak memory: bill ${peak("bill")} (goal at most 350 MB), bare reader ${peak("reader")}`);
  });
}
