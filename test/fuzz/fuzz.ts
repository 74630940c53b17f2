/**
 * `npm run fuzz -- --count 2000 --seed 1`: mutated workbooks and usage files, each read and billed in a worker that is
 * ended where it takes more than five seconds or a gigabyte. Prints what came of them; exits 1 where a case is a fault.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readCall } from "../../scripts/call.cjs";
import { bytesOfCase, runCase, type FuzzKind, type Verdict } from "./fuzzCase";

/** Milliseconds of the processor, which nothing but the case takes. */
const LONGEST = 5000;
/** Milliseconds by the clock, for what waits for ever. */
const STUCK = 120_000;
const LOOK_EVERY = 250;
const MEGABYTES = 1024;
/** For the first case of a worker, which loads the program as well. */
const START = 20_000;

interface Task {
  readonly kind: FuzzKind;
  readonly seed: number;
  readonly index: number;
}

/** Runs cases in a worker, a new one after each that had to be ended. */
class Runner {
  private worker: Worker | undefined;
  private finish: (verdict: Verdict) => void = () => undefined;

  run(task: Task): Promise<Verdict> {
    const isNew = this.worker === undefined;
    const worker = (this.worker ??= this.started());
    return new Promise((resolve) => {
      const began = process.cpuUsage();
      const started = performance.now();
      const most = LONGEST + (isNew ? START : 0);
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(began);
        if ((user + system) / 1000 > most || performance.now() - started > STUCK) this.fail("more than 5 s");
      }, LOOK_EVERY);
      this.finish = (verdict) => {
        clearInterval(timer);
        resolve({ ...verdict, how: bytesOfCase(task.kind, task.seed, task.index).how });
      };
      worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker {
    const worker = new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    worker.on("message", (verdict: Verdict) => this.finish(verdict));
    worker.on("error", (error) => this.fail(`the worker ended: ${String(error)}`));
    return worker;
  }

  private fail(fault: string): void {
    const { worker } = this;
    this.worker = undefined;
    worker?.removeAllListeners("message");
    void worker?.terminate();
    this.finish({ how: "", result: "fault", fault });
  }
}

const kinds = ["packages", "files"] as const satisfies readonly FuzzKind[];

async function fuzz(): Promise<void> {
  const {
    count,
    seed,
    kind: wanted,
    keep,
  } = readCall({
    call: "npm run fuzz --",
    about: "Reads and bills damaged workbooks and usage files, and exits with 1 where a case is a fault.",
    options: {
      count: { type: "number", help: "so many cases of each kind", default: 500 },
      seed: { type: "number", help: "from which they are made", default: 1 },
      kind: { type: "choice", value: "KIND", help: "of one kind alone", choices: kinds },
      keep: { type: "text", value: "FOLDER", help: "where the files of faults are written" },
    },
  });
  const runner = new Runner();
  let faults = 0;
  for (const kind of wanted === undefined ? kinds : [wanted]) {
    const counts = new Map<string, number>();
    for (let index = 0; index < count; index++) {
      const verdict = await runner.run({ kind, seed, index });
      counts.set(verdict.result, (counts.get(verdict.result) ?? 0) + 1);
      if (verdict.result !== "fault") continue;
      faults++;
      console.log(
        `${kind} ${String(seed)}/${String(index)}: ${verdict.how}: ${verdict.fault.slice(0, 1500)}\n`,
      );
      if (keep === undefined) continue;
      mkdirSync(keep, { recursive: true });
      const name = `${kind}-${String(seed)}-${String(index)}.${kind === "packages" ? "xlsx" : "csv"}`;
      writeFileSync(join(keep, name), bytesOfCase(kind, seed, index).bytes);
    }
    const found = [...counts].map(([result, cases]) => `${result} ${String(cases)}`).join(", ");
    console.log(`${String(count)} ${kind} of seed ${String(seed)}: ${found}`);
  }
  await runner.end();
  process.exitCode = faults > 0 ? 1 : 0;
}

if (isMainThread) void fuzz();
else
  parentPort?.on("message", ({ kind, seed, index }: Task) => {
    void runCase(kind, seed, index).then((verdict) => parentPort?.postMessage(verdict));
  });
