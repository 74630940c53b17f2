import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Snapshot } from "../src/core/api";
import * as views from "../src/taskpane/reports/reportViews";
import { Session } from "../src/taskpane/session/session";
import { surroundings } from "../src/taskpane/session/surroundings";
import { readWorkbook } from "../src/workbook/xlsx/read/readWorkbook";
import { findChromium, launchChromium } from "../simulatedExcel/browser";
import { interleave, medianOf, spreadOf } from "./pairs";
import { peakHeapOf } from "./pane/heap";
import { LATENCY, openInBrowser, openInExcel, painted } from "./pane/pages";
import { readBare, runInBrowser, runInExcel, type Figures } from "./pane/runs";
import { withFolder } from "./programs";
import { ratioLine, type PrintLine } from "./report";
import { writeUsageBook } from "./usageBook";
import type { UsageSize } from "./usageRows";

/** 15 lines an invoice: 5,000 invoice lines, and a little more. */
const CONTRACTS = 340;
const SMALL = { size: { rows: 100_000, contracts: CONTRACTS }, rounds: { warmUp: 1, counted: 3 } };
/** Sizes at which a thing that grows too fast would show. */
const LARGE = {
  excel: { rows: 200_000, contracts: CONTRACTS },
  browser: { rows: 1_000_000, contracts: CONTRACTS },
  rounds: { warmUp: 0, counted: 1 },
};

type Work = (browser: Browser, folder: string) => Promise<void>;

/** Real Chromium, or a line that nobody overlooks. */
async function withChromium(report: PrintLine, work: Work): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) {
    report("  NOT MEASURED: no Chromium on this machine; install it, or name it in CHROME_PATH");
    process.exitCode = 1;
    return;
  }
  const browser = await launchChromium(executable);
  try {
    report(`  Chromium ${browser.version()}`);
    await withFolder((folder) => work(browser, folder));
  } finally {
    await browser.close();
  }
}

async function makeBook(folder: string, size: UsageSize): Promise<string> {
  const file = join(folder, `${String(size.rows)}.xlsx`);
  await writeUsageBook(file, size);
  return file;
}

const choice = { period: undefined, asOf: undefined, giveNumbers: false, sheetLimit: 50 };

/** The same calls of the engine as the pane makes in its worker, in this process. */
function rateHere(snapshot: Snapshot): Figures {
  const session = new Session(surroundings, views);
  session.open(snapshot);
  const started = performance.now();
  session.ask("check", "view", choice);
  session.preview(choice);
  session.ask("preview", "view");
  return { rating: performance.now() - started };
}

async function snapshotOf(file: string): Promise<Snapshot> {
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.failure.message);
  return read.snapshot;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const whole = (value: number) => value.toFixed(0);
const inMilliseconds = (value: number) => `${value.toFixed(0)} ms`;

const shown: Readonly<Record<string, readonly [title: string, write: (value: number) => string]>> = {
  opening: ["file chosen to sheets painted", seconds],
  longestOpenTask: ["  longest task meanwhile", inMilliseconds],
  total: ["Check and Preview, click to painted", seconds],
  reading: ["  reading", seconds],
  handing: ["  handing over to the engine", seconds],
  rating: ["  rating, in the worker", seconds],
  drawing: ["  drawing and all else", seconds],
  excel: ["  of it the simulated Excel's own", seconds],
  longestTask: ["  longest task, without Excel's part", inMilliseconds],
  roundTrips: ["  round trips", whole],
  bytesOut: ["  sent", megabytes],
  bytesIn: ["  received", megabytes],
  largestAnswer: ["  largest answer", megabytes],
  write: ["Write, click to painted", seconds],
  longestWriteTask: ["  longest task, without Excel's part", inMilliseconds],
  writeRoundTrips: ["  round trips", whole],
  writeBytesOut: ["  sent", megabytes],
  cancel: ["Cancel while writing, until all is put back", seconds],
  peakHeap: ["most memory of scripts in the page", megabytes],
};

function reportFigures(report: PrintLine, runs: readonly Figures[]): void {
  for (const [name, [title, write]] of Object.entries(shown)) {
    const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
    if (values.length === 0 || (values.every((value) => value === 0) && name !== "longestTask")) continue;
    const { median, least, most } = spreadOf(values);
    report(`    ${title.padEnd(46)} ${write(median)}  (${write(least)} to ${write(most)})`);
  }
}

async function withExcel<Value>(
  browser: Browser,
  file: string,
  work: (pane: Awaited<ReturnType<typeof openInExcel>>) => Promise<Value>,
): Promise<Value> {
  const pane = await openInExcel(browser, file);
  try {
    await painted(pane, "Check");
    return await work(pane);
  } finally {
    await pane.close();
  }
}

async function inFreshBrowser(browser: Browser, file: string): Promise<Figures> {
  const pane = await openInBrowser(browser);
  try {
    const { value, bytes } = await peakHeapOf(pane.page, () => runInBrowser(pane, file));
    return { ...value, peakHeap: bytes };
  } finally {
    await pane.close();
  }
}

/** From the click on Check to the painted preview, and on to written invoices, in Excel and in a plain browser. */
export async function benchPane(report: PrintLine): Promise<void> {
  await withChromium(report, async (browser, folder) => {
    const file = await makeBook(folder, SMALL.size);
    const snapshot = await snapshotOf(file);
    await withExcel(browser, file, async (pane) => {
      let roundTrips = 2;
      const rounds = await interleave<"excel" | "floor" | "browser" | "node", Figures>(
        {
          excel: async () => {
            const run = await runInExcel(pane);
            roundTrips = run["roundTrips"]!;
            return run;
          },
          floor: async () => ({ reading: await readBare(pane, roundTrips) }),
          browser: () => inFreshBrowser(browser, file),
          node: () => rateHere(snapshot),
        },
        SMALL.rounds,
      );
      report(`  in Excel, ${String(LATENCY)} ms a round trip, after a cell of usage was edited`);
      reportFigures(
        report,
        rounds.map(({ excel }) => excel),
      );
      report("  in a plain browser");
      reportFigures(
        report,
        rounds.map((round) => round.browser),
      );
      const floor = medianOf(rounds.map((round) => round.floor["reading"]!));
      report(`  bare range.values of the same cells in as many round trips: ${seconds(floor)}`);
      const ratio = (of: (round: (typeof rounds)[number]) => number) => spreadOf(rounds.map(of));
      report(
        ratioLine(
          "reading in Excel / bare range.values",
          ratio(({ excel, floor }) => excel["reading"]! / floor["reading"]!),
        ),
      );
      report(
        ratioLine(
          "rating in the worker / in Node",
          ratio((round) => round.browser["rating"]! / round.node["rating"]!),
        ),
      );
    });
  });
}

/** As `pane`, with 200,000 rows in Excel and a million in a plain browser. */
export async function benchLargePane(report: PrintLine): Promise<void> {
  await withChromium(report, async (browser, folder) => {
    const { excel, browser: plain, rounds } = LARGE;
    const inExcel = await makeBook(folder, excel);
    await withExcel(browser, inExcel, async (pane) => {
      const runs = await interleave<"excel", Figures>({ excel: () => runInExcel(pane) }, rounds);
      report(`  ${excel.rows.toLocaleString("en")} rows in Excel`);
      reportFigures(
        report,
        runs.map((run) => run.excel),
      );
    });
    const file = await makeBook(folder, plain);
    const runs = await interleave<"plain", Figures>({ plain: () => inFreshBrowser(browser, file) }, rounds);
    report(`  ${plain.rows.toLocaleString("en")} rows in a plain browser`);
    reportFigures(
      report,
      runs.map((run) => run.plain),
    );
  });
}
