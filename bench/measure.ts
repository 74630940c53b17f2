import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";

/** What a whole process cost, from its start to its end. */
export interface Measured {
  readonly milliseconds: number;
  /** Of all its threads, user and system. */
  readonly cpuMilliseconds: number;
  readonly peakMegabytes: number;
  readonly output: string;
}

/** Node tells the peak of its memory only from within, so this runs in front of the program and reports at its end. */
const REPORT_USAGE =
  'data:text/javascript,import{writeSync}from"node:fs";' +
  'process.on("exit",()=>writeSync(3,JSON.stringify(process.resourceUsage())))';

/** Runs Node with these arguments and nothing else beside it; throws unless it ends with an accepted status. */
export async function measureNode(
  nodeArguments: readonly string[],
  accepted: readonly number[] = [0],
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", REPORT_USAGE, ...nodeArguments], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const status = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [, ...pipes] = child.stdio;
  const [output = "", errors = "", usage = ""] = await Promise.all(
    pipes.map((pipe) => text(pipe as Readable)),
  );
  const code = await status;
  const milliseconds = performance.now() - started;
  if (code === null || !accepted.includes(code))
    throw new Error(
      `node ${nodeArguments.join(" ")} ended with ${String(code)}:\n${errors}${output.slice(0, 2000)}`,
    );
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return {
    milliseconds,
    cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000,
    peakMegabytes: maxRSS / 1024,
    output,
  };
}
