import { join } from "node:path";
import { measureNode, type Measured } from "./measure";
import type { NoteFigure } from "./goals";
import { interleave, spreadOf } from "./pairs";
import { COMMAND_LINE, withFolder } from "./programs";
import type { PrintLine } from "./report";
import { registerBook } from "./troubledBooks";
import { writeSheets } from "./writeSheets";

const DOCUMENTS = 50_000;
const ROUNDS = { warmUp: 1, counted: 5 };
/** Done, or done with invoices held. */
const ENDED = [0, 1];

/** What documents of earlier months add to a bill: time and memory of the whole process. */
export async function benchRegister(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const [few, many] = [join(folder, "few.xlsx"), join(folder, "many.xlsx")];
    await writeSheets(few, registerBook(200));
    await writeSheets(many, registerBook(DOCUMENTS));
    const bill = (file: string) => (): Promise<Measured> => {
      const words = ["bill", file, "--period", "2026-10", "--out", `${file}.billed.xlsx`];
      return measureNode(["--enable-source-maps", COMMAND_LINE, ...words], ENDED);
    };
    const rounds = await interleave<"few" | "many", Measured>({ few: bill(few), many: bill(many) }, ROUNDS);
    const added = (of: (side: Measured) => number) =>
      spreadOf(rounds.map((round) => of(round.many) - of(round.few)));
    const wall = added(({ milliseconds }) => milliseconds / 1000);
    const processor = added(({ cpuMilliseconds }) => cpuMilliseconds / 1000);
    const peak = added(({ peakMegabytes }) => peakMegabytes);
    note("registerTime", `${wall.median.toFixed(1)} s, ${processor.median.toFixed(1)} s of processor time`);
    note("registerPeak", `${peak.median.toFixed(0)} MB`);
    report(
      `${DOCUMENTS.toLocaleString("en")} documents of 200 contracts instead of 200, ${String(ROUNDS.counted)} pairs; they add`,
    );
    for (const [title, unit, { median, least, most }] of [
      ["wall", "s", wall],
      ["processor", "s", processor],
      ["peak memory", "MB", peak],
    ] as const)
      report(
        `  ${title.padEnd(12)} ${median.toFixed(2)} ${unit} (${least.toFixed(2)} to ${most.toFixed(2)})`,
      );
  });
}
