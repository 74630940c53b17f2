/**
 * `npm run bench [-- NAME …] [--write]`: measures the engine against its rivals, side by side in one run, and prints ratios.
 * Both sides must come to the same totals, else it fails. What the figures mean is told in docs/benchmarks.md, into whose
 * table of goals `--write` puts them.
 */
import { availableParallelism, loadavg } from "node:os";
import { readCall } from "../scripts/call.cjs";
import { Figures, type NoteFigure } from "./goals";
import { READ, type ReaderName } from "./programs";
import type { PrintLine } from "./report";
import type { UsageTotal } from "./usageRows";

type Benchmark = (report: PrintLine, note: NoteFigure) => Promise<void>;

// Loaded only when they run: the readers are measured as processes and must not carry the engine.
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  functions: async () => (await import("./functions")).benchFunctions,
  rating: async () => (await import("./rating")).benchRating,
  reading: async () => (await import("./reading")).benchReading,
  bill: async () => (await import("./bill")).benchBill,
  cash: async () => (await import("./cash")).benchCash,
  whatif: async () => (await import("./whatIf")).benchWhatIf,
  sheets: async () => (await import("./invoiceSheets")).benchInvoiceSheets,
  month: async () => (await import("./month")).benchMonth,
  csv: async () => (await import("./csv")).benchCsv,
  kept: async () => (await import("./kept")).benchKept,
  register: async () => (await import("./register")).benchRegister,
  review: async () => (await import("./review")).benchReview,
  growth: async () => (await import("./growth")).benchGrowth,
  trouble: async () => (await import("./trouble")).benchTrouble,
  pane: async () => (await import("./pane")).benchPane,
  largePane: async () => (await import("./pane")).benchLargePane,
};

const readers: Readonly<Record<ReaderName, () => Promise<(file: string) => Promise<UsageTotal>>>> = {
  floor: async () => (await import("./floorReader")).readFloor,
  ours: async () => (await import("./ourReader")).readOurs,
  exceljs: async () => (await import("./bareReader")).readBare,
  duckDb: async () => (await import("./duckDbReader")).readByDuckDb,
  libraries: async () => (await import("./libraryMonth")).billByLibraries,
};

async function runBenchmarks(names: readonly string[], writes: boolean): Promise<void> {
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `Node ${process.version}, ${String(availableParallelism())} processors, load ${load} at the start`,
  );
  const figures = new Figures();
  for (const name of names) {
    console.log(`\n${name}`);
    const benchmark = await benchmarks[name]!();
    await benchmark((line) => console.log(line), figures.note);
    // A run of all takes long: what is done is kept.
    if (writes) figures.write();
  }
}

async function main([word, ...rest]: readonly string[]): Promise<void> {
  if (word === READ) {
    const [name, file] = rest as [ReaderName, string];
    const read = await readers[name]();
    console.log(JSON.stringify(await read(file)));
    return;
  }
  const all = Object.keys(benchmarks);
  const { words, write } = readCall({
    call: "npm run bench --",
    about: "Measures the engine against its rivals, side by side in one run, and prints ratios.",
    words: { name: "NAME", help: "some of them", choices: all },
    options: {
      write: { type: "flag", help: "puts what was found into the table of goals of docs/benchmarks.md" },
    },
  });
  await runBenchmarks(words.length === 0 ? all : words, write);
}

void main(process.argv.slice(2));
