import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Option } from "commander";
import { concatBytes } from "../../workbook/bytes/bytes";
import { CommandFailure } from "../exit";
import { faultText } from "../fault";
import { billBook, type BillOptions } from "./billBook";
import { figuresOf, type BookFigures } from "./bookAnswer";

/** How many workbooks are billed at a time. */
export const workersOption = () =>
  new Option(
    "--workers <number>",
    "workbooks of a folder to bill at a time; default: one a processor",
  ).argParser((value) => {
    if (/^[1-9]\d?$/.test(value)) return Number(value);
    throw new CommandFailure(`--workers ${value}: write a number from 1 to 99`);
  });

interface Task {
  readonly path: string;
}

/** What became of a workbook: figures and the path of the file to write, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly figures: BookFigures; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

interface WorkerSettings {
  readonly options: BillOptions;
  readonly folder: string;
}

/** Whether this thread was started to bill workbooks for another. */
export const isBillingThread = (): boolean => !isMainThread && parentPort !== null;

/** The register names the workbook already. */
const withoutPath = (reason: string, path: string) =>
  reason.startsWith(`${path}: `) ? reason.slice(path.length + 2) : reason;

async function answerTo({ path }: Task, { options, folder }: WorkerSettings): Promise<Answer> {
  try {
    const billed = await billBook(path, options, folder);
    return {
      ok: true,
      figures: figuresOf(billed),
      path: billed.output.path,
      bytes: concatBytes(billed.pieces),
    };
  } catch (error) {
    return { ok: false, reason: withoutPath(faultText(error), path) };
  }
}

/** Bills one workbook after the other, as they are asked for. */
export function serveBilling(): void {
  const port = parentPort!;
  port.on("message", (task: Task) => {
    void answerTo(task, workerData as WorkerSettings).then((answer) => {
      port.postMessage(answer, answer.ok ? [answer.bytes.buffer as ArrayBuffer] : []);
    });
  });
}

/** One answer of a thread; one that dies, as of too little memory, answers for the workbook that it was at. */
function answerOf(
  worker: Worker,
  path: string,
): Promise<{ readonly answer: Answer; readonly isAlive: boolean }> {
  return new Promise((resolve) => {
    const onMessage = (answer: Answer) => {
      worker.off("error", onError);
      resolve({ answer, isAlive: true });
    };
    const onError = (error: unknown) => {
      worker.off("message", onMessage);
      resolve({ answer: { ok: false, reason: faultText(error) }, isAlive: false });
    };
    worker.once("message", onMessage);
    worker.once("error", onError);
    worker.postMessage({ path } satisfies Task);
  });
}

/**
 * Bills workbooks in so many threads and hands each answer on as it comes; a thread takes the next workbook once its
 * answer was taken, so that no more billed workbooks are in memory than there are threads.
 */
export async function billInThreads(
  paths: readonly string[],
  settings: WorkerSettings,
  count: number | undefined,
  take: (index: number, answer: Answer) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < paths.length) {
      const index = next++;
      worker ??= new Worker(__filename, { workerData: settings });
      const { answer, isAlive } = await answerOf(worker, paths[index]!);
      if (!isAlive) worker = undefined;
      await take(index, answer);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(count ?? availableParallelism(), paths.length) }, work));
}
