/**
 * `npm run check`: everything but the tests, and most tests once more where the recipes of CONTRIBUTING.md are
 * performed. A step that passes prints one line; one that fails prints what it said as well. All steps run, so that
 * one go shows all there is to mend.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const steps = ["lint", "typecheck", "walls", "unused", "format:check"].map((script) => [script]);
// The generated reference must be what the sources say.
if (existsSync(join(root, "scripts/docs.ts"))) steps.push(["docs", "--", "--check"]);

/** Runs `npm run` with the arguments; resolves to true when it succeeded. */
function runStep(args) {
  const started = performance.now();
  return new Promise((resolve) => {
    // One string for a shell: npm is a .cmd file on Windows, and no argument here needs quoting.
    const child = spawn(["npm run --silent", ...args].join(" "), { cwd: root, shell: true });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("close", (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${status === 0 ? "ok    " : "FAILED"} ${args[0].padEnd(12)} ${seconds.padStart(5)} s`);
      if (status !== 0) process.stdout.write(Buffer.concat(output));
      resolve(status === 0);
    });
  });
}

const results = [];
const waiting = [...steps];

async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
    results.push(await runStep(step));
}

// Two at a time; lint is first in the list because it takes as long as the others together.
await Promise.all([work(), work()]);
// Alone, because it keeps both cores busy.
results.push(await runStep(["recipes", "--", "--unit"]));

const failed = results.filter((passed) => !passed).length;
console.log(`check: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
