import { join } from "node:path";
import { feesBook } from "./feesBook";
import { measureNode, type Measured } from "./measure";
import type { NoteFigure } from "./goals";
import { interleave, spreadOf, type Round } from "./pairs";
import { COMMAND_LINE, withFolder } from "./programs";
import type { PrintLine } from "./report";
import { registerBook } from "./troubledBooks";
import { writeSheets, type Sheet } from "./writeSheets";

const DOCUMENTS = 50_000;
const ROUNDS = { warmUp: 1, counted: 3 };
/** Done, or done with invoices held. */
const ENDED = [0, 1];

/** Two books that differ in how many documents of earlier months they hold. */
interface Registers {
  readonly name: string;
  readonly few: () => readonly Sheet[];
  readonly many: () => readonly Sheet[];
}

const ofFees: Registers = {
  name: "1,000 contracts with fees of 50 months instead of one",
  few: () => feesBook(1),
  many: () => feesBook(50),
};

/** Each has something to be found: it bills what another one does, of days before the contract. */
const ofTrouble: Registers = {
  name: "200 contracts, each document of them billed again, instead of 200 documents",
  few: () => registerBook(200),
  many: () => registerBook(DOCUMENTS),
};

async function measured(
  { few, many }: Registers,
  folder: string,
): Promise<Round<"few" | "many", Measured>[]> {
  const files = { few: join(folder, "few.xlsx"), many: join(folder, "many.xlsx") };
  await writeSheets(files.few, few());
  await writeSheets(files.many, many());
  const bill = (file: string) => (): Promise<Measured> => {
    const words = ["bill", file, "--period", "2026-10", "--out", `${file}.billed.xlsx`];
    return measureNode([COMMAND_LINE, ...words], ENDED);
  };
  return await interleave({ few: bill(files.few), many: bill(files.many) }, ROUNDS);
}

function reportAdded(
  registers: Registers,
  rounds: readonly Round<"few" | "many", Measured>[],
  report: PrintLine,
  note: NoteFigure,
): void {
  const added = (of: (side: Measured) => number) =>
    spreadOf(rounds.map((round) => of(round.many) - of(round.few)));
  const wall = added(({ milliseconds }) => milliseconds / 1000);
  const processor = added(({ cpuMilliseconds }) => cpuMilliseconds / 1000);
  const peak = added(({ peakMegabytes }) => peakMegabytes);
  if (registers === ofTrouble) {
    note("registerTime", `${wall.median.toFixed(1)} s, ${processor.median.toFixed(1)} s of processor time`);
    note("registerPeak", `${peak.median.toFixed(0)} MB`);
  }
  report(
    `${DOCUMENTS.toLocaleString("en")} documents: ${registers.name}; ${String(ROUNDS.counted)} pairs, they add`,
  );
  for (const [title, unit, { median, least, most }] of [
    ["wall", "s", wall],
    ["processor", "s", processor],
    ["peak memory", "MB", peak],
  ] as const)
    report(`  ${title.padEnd(12)} ${median.toFixed(2)} ${unit} (${least.toFixed(2)} to ${most.toFixed(2)})`);
}

/** What documents of earlier months add to a bill: time and memory of the whole process. */
export async function benchRegister(report: PrintLine, note: NoteFigure): Promise<void> {
  for (const registers of [ofFees, ofTrouble])
    await withFolder(async (folder) => {
      reportAdded(registers, await measured(registers, folder), report, note);
    });
}
