import { join } from "node:path";
import type { NoteFigure } from "./goals";
import { interleave, medianOf, spreadOf, type Round } from "./pairs";
import { assertUsage, runBill, withFolder, type MeasuredBill } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { inlineTexts } from "./sheetParts";
import { writeUsageBook } from "./usageBook";
import { sizeOf, THOUSANDTHS, type UsageTotal } from "./usageRows";

const SIZES = { small: 10_000, middle: 100_000, large: 1_000_000 } as const;
type Size = keyof typeof SIZES;
const ROUNDS = { warmUp: 1, counted: 5 };
const BYTES_OF_MEGABYTE = 1024 ** 2;

type Figure = "milliseconds" | "cpuMilliseconds" | "peakMegabytes";

/** What a row from one size to the next has cost; the start of the program cancels out. */
function costOfRow(round: Round<Size, MeasuredBill>, from: Size, to: Size, figure: Figure): number {
  return (round[to][figure] - round[from][figure]) / (SIZES[to] - SIZES[from]);
}

function reportSizes(
  rounds: readonly Round<Size, MeasuredBill>[],
  expected: Readonly<Record<Size, UsageTotal>>,
  report: PrintLine,
): void {
  for (const size of Object.keys(SIZES) as Size[]) {
    for (const round of rounds)
      assertUsage(`bill of ${String(SIZES[size])} rows`, round[size], expected[size]);
    const quantity = String(expected[size].thousandths / THOUSANDTHS);
    const peak = medianOf(rounds.map((round) => round[size].peakMegabytes)).toFixed(0);
    report(
      `  ${String(SIZES[size])} rows: quantity ${quantity}, ${rounds[0]![size].billed}; peak ${peak} MB`,
    );
  }
}

/** Whether ten times the rows take ten times as long and as much memory, beyond what every run takes. */
export async function benchGrowth(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const fileOf = (size: Size) => join(folder, `${size}.xlsx`);
    const expected = {
      small: await writeUsageBook(fileOf("small"), sizeOf(SIZES.small)),
      middle: await writeUsageBook(fileOf("middle"), sizeOf(SIZES.middle)),
      large: await writeUsageBook(fileOf("large"), sizeOf(SIZES.large)),
    };
    const bill = (size: Size) => () => runBill(fileOf(size));
    const rounds = await interleave<Size, MeasuredBill>(
      { small: bill("small"), middle: bill("middle"), large: bill("large") },
      ROUNDS,
    );
    report("bill by number of usage rows, 200 contracts of 5 meters");
    reportSizes(rounds, expected, report);
    note("billShared", `${medianOf(rounds.map(({ large }) => large.peakMegabytes)).toFixed(0)} MB`);
    const growth = (figure: Figure) =>
      spreadOf(
        rounds.map(
          (round) =>
            costOfRow(round, "middle", "large", figure) / costOfRow(round, "small", "middle", figure),
        ),
      );
    report("a row between 100,000 and 1,000,000 / a row between 10,000 and 100,000:");
    report(ratioLine("wall", growth("milliseconds"), "linear is 1"));
    report(ratioLine("processor", growth("cpuMilliseconds"), "linear is 1"));
    const peaks = spreadOf(rounds.map(({ middle, large }) => large.peakMegabytes / middle.peakMegabytes));
    report(ratioLine("peak memory, 1,000,000 / 100,000 rows", peaks, "linear is 10"));
    const inline = join(folder, "inline.xlsx");
    const total = await writeUsageBook(inline, sizeOf(SIZES.large), inlineTexts);
    const ran = await runBill(inline);
    assertUsage("bill of texts in their cells", ran, total);
    report(`  1,000,000 rows with texts in their cells: peak ${ran.peakMegabytes.toFixed(0)} MB`);
    note("billInline", `${ran.peakMegabytes.toFixed(0)} MB`);
    const bytes = medianOf(rounds.map((round) => costOfRow(round, "small", "large", "peakMegabytes")));
    report(
      `  peak memory of a row from 10,000 to 1,000,000: ${(bytes * BYTES_OF_MEGABYTE).toFixed(0)} bytes`,
    );
  });
}
