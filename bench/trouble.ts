import { join } from "node:path";
import { measureNode } from "./measure";
import { interleave, spreadOf } from "./pairs";
import { COMMAND_LINE, withFolder } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { troubledBooks } from "./troubledBooks";
import { writeSheets } from "./writeSheets";

const ROUNDS = { warmUp: 0, counted: 3 };

/** Done, or done with invoices held. */
const ENDED = [0, 1];

async function cpuOfBill(file: string): Promise<number> {
  const words = ["bill", file, "--period", "2026-10", "--out", `${file}.billed.xlsx`];
  return (await measureNode([COMMAND_LINE, ...words], ENDED)).cpuMilliseconds;
}

/** Books with something wrong throughout, each against a clean one of its size. */
export async function benchTrouble(report: PrintLine): Promise<void> {
  for (const { name, clean, troubled } of troubledBooks) {
    await withFolder(async (folder) => {
      const [cleanFile, troubledFile] = [join(folder, "clean.xlsx"), join(folder, "troubled.xlsx")];
      await writeSheets(cleanFile, clean());
      await writeSheets(troubledFile, troubled());
      const rounds = await interleave(
        { clean: () => cpuOfBill(cleanFile), troubled: () => cpuOfBill(troubledFile) },
        ROUNDS,
      );
      const ratios = spreadOf(rounds.map((round) => round.troubled / round.clean));
      report(ratioLine(name, ratios, "goal at most 2.5"));
    });
  }
}
