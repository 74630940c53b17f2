import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROGRAM = join(__dirname, "../../dist/node/ratebook.cjs");

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const env = { ...process.env, RATEBOOK_USER: "tester" };
const folders: string[] = [];

/** A folder that goes with the test file that asked for it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-contract-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Of the worker's own realm (compileOnce.cjs), so that the process outlives a test file. */
declare const warmCommandLine: (program: string, args: readonly string[], cwd: string) => Promise<Ran>;

/**
 * Runs the built command line in a folder of its own, so that default outputs land there. All runs of a worker are in one
 * process, one after the other; `ratebookProcess` has one for each.
 */
export async function ratebook(args: readonly string[], cwd: string = newFolder()): Promise<Ran> {
  return { ...(await warmCommandLine(PROGRAM, [...args], cwd)) };
}

/**
 * Runs the built command line as users do, in a process of its own; or through a line of shell, in which "$@" is the
 * whole call: `"$@" >/dev/full`.
 */
export function ratebookProcess(
  args: readonly string[],
  cwd: string = newFolder(),
  through?: string,
): Promise<Ran> {
  const call = [PROGRAM, ...args];
  const [program, words] =
    through === undefined
      ? [process.execPath, call]
      : ["sh", ["-c", through, "sh", process.execPath, ...call]];
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, env });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({
        status: status ?? -1,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });
}
