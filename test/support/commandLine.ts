import { fork, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROGRAM = join(__dirname, "../../dist/node/ratebook.cjs");
const WORKER = join(__dirname, "commandLineWorker.cjs");

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const env = { ...process.env, RATEBOOK_USER: "tester" };
const folders: string[] = [];
const ends = new Map<number, (ran: Ran) => void>();
let worker: ChildProcess | undefined;
let runs = 0;

/** A folder that goes with the test file that asked for it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-contract-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  worker?.kill();
  worker = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function warmWorker(): ChildProcess {
  if (worker) return worker;
  // Pipes, whatever the tests themselves print to: a command asks what its standard output is.
  worker = fork(WORKER, [PROGRAM], { env, execArgv: ["--max-semi-space-size=64"], silent: true });
  worker.on("message", ({ id, ...ran }: Ran & { readonly id: number }) => {
    ends.get(id)?.(ran);
    ends.delete(id);
  });
  worker.on("exit", (status) => {
    const stderr = `the process of all runs ended with ${String(status)}`;
    for (const end of ends.values()) end({ status: -1, stdout: "", stderr });
  });
  return worker;
}

/**
 * Runs the built command line in a folder of its own, so that default outputs land there. All runs of a test file are
 * in one process, one after the other; `ratebookProcess` has one for each.
 */
export function ratebook(args: readonly string[], cwd: string = newFolder()): Promise<Ran> {
  return new Promise((resolve) => {
    const id = runs++;
    ends.set(id, resolve);
    warmWorker().send({ id, args, cwd });
  });
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
