import { join } from "node:path";
import type { NoteFigure } from "./goals";
import { measureNode, type Measured } from "./measure";
import { interleave, medianOf, spreadOf, type Round } from "./pairs";
import { COMMAND_LINE, withFolder } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";

const SIZES = { small: 1000, large: 3000 } as const;
type Size = keyof typeof SIZES;
const ROWS_OF_DOCUMENT = 10;
const LEAST_SHARE = 0.99;
const ROUNDS = { warmUp: 1, counted: 3 };

/** What is measured, by what it is called with; each works on what the one before it wrote. */
const steps = {
  bill: ["bill", "--period", "2026-10"],
  submit: ["submit", "--all", "--by", "Ann"],
  approve: ["approve", "--all", "--by", "Ben"],
  issue: ["issue", "--all", "--by", "Cleo"],
  verify: ["verify"],
} as const;
type Step = keyof typeof steps;
const measured = ["submit", "approve", "issue", "verify"] as const satisfies readonly Step[];

/** What a command says that it did: documents billed, passed on or verified. */
interface Counts {
  readonly invoices?: number;
  readonly done?: readonly unknown[];
  readonly passed?: number;
}

type Figures = Readonly<Record<Step, Measured>>;

/** Usage becomes drafts, these are passed on until they are issued, and the result is verified. */
async function passOn(file: string, documents: number): Promise<Figures> {
  const figures = {} as Record<Step, Measured>;
  let book = file;
  // A contract in some thousands has no usage, which is drawn, and no document.
  let billed = documents;
  for (const [step, [command, ...options]] of Object.entries(steps) as [Step, readonly [string]][]) {
    const out = `${file}.${step}.xlsx`;
    const written = step === "verify" ? [] : ["--out", out];
    const words = [COMMAND_LINE, command, book, ...options, "--json", ...written];
    const run = await measureNode(words);
    const { invoices, done, passed } = JSON.parse(run.output) as Counts;
    const came = done?.length ?? passed ?? invoices ?? 0;
    if (step === "bill") billed = came;
    if (came !== billed || came < documents * LEAST_SHARE)
      throw new Error(`${step}: ${String(came)} of ${String(billed)} documents`);
    figures[step] = run;
    book = out;
  }
  return figures;
}

/** What becomes of thousands of documents in review, and whether three times as many take three times as long. */
export async function benchReview(report: PrintLine, note: NoteFigure): Promise<void> {
  await withFolder(async (folder) => {
    const fileOf = (size: Size) => join(folder, `${size}.xlsx`);
    for (const size of Object.keys(SIZES) as Size[])
      await writeUsageBook(fileOf(size), {
        rows: SIZES[size] * ROWS_OF_DOCUMENT,
        contracts: SIZES[size],
      });
    const pass = (size: Size) => () => passOn(fileOf(size), SIZES[size]);
    const rounds: Round<Size, Figures>[] = await interleave<Size, Figures>(
      { small: pass("small"), large: pass("large") },
      ROUNDS,
    );
    report(`${SIZES.large.toLocaleString("en")} documents of five meters and ten rows of usage`);
    for (const step of measured) {
      const of = (figure: "milliseconds" | "cpuMilliseconds") =>
        `${(medianOf(rounds.map(({ large }) => large[step][figure])) / 1000).toFixed(1)} s`;
      report(`  ${step}: ${of("milliseconds")}, ${of("cpuMilliseconds")} of processor time`);
      if (step === "approve" || step === "issue") note(step, of("milliseconds"));
      const growth = spreadOf(
        rounds.map(({ small, large }) => large[step].cpuMilliseconds / small[step].cpuMilliseconds),
      );
      report(ratioLine(`  ${step} of 3,000 / of 1,000, processor`, growth, "linear is at most 3"));
    }
  });
}
