/**
 * `npm run bench [-- NAME]`: measures the engine against its rivals, side by side in one run, and prints ratios.
 * Both sides must come to the same totals, else it fails. What the figures mean is told in docs/benchmarks.md.
 */
import { availableParallelism, loadavg } from "node:os";
import { BARE_READER } from "./programs";
import type { Report } from "./report";

type Benchmark = (report: Report) => Promise<void>;

// Loaded only when they run: the bare reader is measured as a process and must not carry the engine.
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  functions: async () => (await import("./functions")).benchFunctions,
  rating: async () => (await import("./rating")).benchRating,
  bill: async () => (await import("./bill")).benchBill,
  cash: async () => (await import("./cash")).benchCash,
  whatif: async () => (await import("./whatIf")).benchWhatIf,
  growth: async () => (await import("./growth")).benchGrowth,
  trouble: async () => (await import("./trouble")).benchTrouble,
  pane: async () => (await import("./pane")).benchPane,
  largePane: async () => (await import("./pane")).benchLargePane,
};

async function runBenchmarks(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in benchmarks));
  if (unknown !== undefined) {
    console.error(`bench: there is no “${unknown}”; there are ${Object.keys(benchmarks).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `Node ${process.version}, ${String(availableParallelism())} processors, load ${load} at the start`,
  );
  for (const name of names) {
    console.log(`\n${name}`);
    const benchmark = await benchmarks[name]!();
    await benchmark((line) => console.log(line));
  }
}

async function main([word, ...rest]: readonly string[]): Promise<void> {
  if (word === BARE_READER) {
    const { readBare } = await import("./bareReader");
    console.log(JSON.stringify(await readBare(rest[0]!)));
    return;
  }
  await runBenchmarks(word === undefined ? Object.keys(benchmarks) : [word, ...rest]);
}

void main(process.argv.slice(2));
