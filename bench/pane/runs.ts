import type { OfficePage } from "../../simulatedExcel/browser";
import { longTasks, measures, painted, press, pressWhen, type OpenPane } from "./pages";
import type { Span } from "./watch";

/** Milliseconds, unless the name says otherwise; all of one run. */
export type Figures = Readonly<Record<string, number>>;

const lengthOf = ({ from, to }: Span) => to - from;

function overlapOf(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** What passed between the pane and Excel since the counters were set back. */
interface Traffic {
  readonly roundTrips: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly largestAnswer: number;
  /** When the simulated Excel was at work. */
  readonly busy: readonly Span[];
}

const noTraffic: Traffic = { roundTrips: 0, bytesOut: 0, bytesIn: 0, largestAnswer: 0, busy: [] };

/** Asks the host and sets its counters back. */
const trafficOf = async (office: OfficePage | undefined): Promise<Traffic> =>
  (await office?.host((host) => {
    const { roundTrips, requests, totals } = host;
    const traffic = {
      roundTrips,
      bytesOut: totals.bytesOut,
      bytesIn: totals.bytesIn,
      largestAnswer: Math.max(0, ...requests.map(({ bytesIn }) => bytesIn)),
      busy: requests.map(({ from, to }) => ({ from, to })),
    };
    host.resetCounters();
    return traffic;
  })) ?? noTraffic;

/**
 * The longest time that the pane kept the page. The simulated Excel works in the same page, where a real one has a
 * process of its own: what it takes of a task is taken off.
 */
async function longestPaneTask(pane: OpenPane, { busy }: Traffic): Promise<number> {
  const paneTasks = (await longTasks(pane)).map((task) =>
    busy.reduce((left, span) => left - overlapOf(task, span), lengthOf(task)),
  );
  return Math.max(0, ...paneTasks);
}

/** One step with what it cost the page and Excel. */
async function measured(pane: OpenPane, step: () => Promise<Span>) {
  await trafficOf(pane.office);
  await longTasks(pane);
  const span = await step();
  const [parts, traffic] = [await measures(pane), await trafficOf(pane.office)];
  return { milliseconds: lengthOf(span), parts, traffic, longest: await longestPaneTask(pane, traffic) };
}

const part = (parts: Figures, name: string) => parts[`ratebook ${name}`] ?? 0;

/** Somebody edits a cell of usage, so that Check must read the workbook again. */
async function editUsage({ page, office }: OpenPane): Promise<void> {
  await office!.host(async (host) => {
    host.user.edit("Usage", "F2", "eu-west");
    await host.settle();
  });
  await page.getByText("was edited").first().waitFor();
}

/** From the sheets on the screen to the painted preview. */
async function toPreview(pane: OpenPane): Promise<Figures> {
  const check = await measured(pane, () => press(pane, "Check", "Preview invoices"));
  const preview = await measured(pane, () => press(pane, "Preview invoices", "Write invoices"));
  const parts = { ...check.parts, ...preview.parts };
  // In a browser the file is read when it is opened, and not again.
  const isRead = pane.office !== undefined;
  const reading = isRead ? part(parts, "read") : 0;
  const handing = isRead ? part(parts, "open") : 0;
  const rating = part(parts, "check") + part(parts, "preview");
  const total = check.milliseconds + preview.milliseconds;
  const { traffic } = check;
  return {
    total,
    reading,
    handing,
    rating,
    drawing: total - reading - handing - rating,
    roundTrips: traffic.roundTrips + preview.traffic.roundTrips,
    bytesOut: traffic.bytesOut,
    bytesIn: traffic.bytesIn,
    largestAnswer: traffic.largestAnswer,
    excel: traffic.busy.reduce((sum, span) => sum + lengthOf(span), 0),
    longestTask: Math.max(check.longest, preview.longest),
  };
}

/** From the preview: once cancelled half way, once to its end, and undone. */
async function writeAndUndo(pane: OpenPane, during: string): Promise<Figures> {
  const cancelled = pressWhen(pane, during, "Cancel", "Write invoices");
  await pane.page.getByRole("button", { name: "Write invoices", exact: true }).click();
  const cancel = lengthOf(await cancelled);
  const write = await measured(pane, () => press(pane, "Write invoices", "Undo this run"));
  await press(pane, "Undo this run", "Check");
  return {
    cancel,
    write: write.milliseconds,
    writeRoundTrips: write.traffic.roundTrips,
    writeBytesOut: write.traffic.bytesOut,
    longestWriteTask: write.longest,
  };
}

/** A run in Excel over the workbook that the pane has open, which is left as it was. */
export async function runInExcel(pane: OpenPane): Promise<Figures> {
  await editUsage(pane);
  const preview = await toPreview(pane);
  return { ...preview, ...(await writeAndUndo(pane, "Writing Invoice lines")) };
}

/** A run in a plain browser, from the choice of a file to the written workbook. */
export async function runInBrowser(pane: OpenPane, file: string): Promise<Figures> {
  const input = pane.page.locator("input[type=file]").first();
  const opened = await measured(pane, async () => {
    const from = await pane.page.evaluate(() => performance.now());
    await input.setInputFiles(file);
    return { from, to: await painted(pane, "Check") };
  });
  const preview = await toPreview(pane);
  return {
    opening: opened.milliseconds,
    longestOpenTask: opened.longest,
    ...preview,
    ...(await writeAndUndo(pane, "Writing")),
  };
}

/** What Excel takes at the least: the values of the same cells in as many round trips, and nothing done with them. */
export function readBare({ page }: OpenPane, roundTrips: number): Promise<number> {
  return page.evaluate(async (trips) => {
    const from = performance.now();
    await Excel.run(async (context) => {
      const used = ["Contracts", "Prices", "Usage"].map((name) => {
        const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
        return range.load("rowCount,columnCount");
      });
      await context.sync();
      const [contracts, prices, usage] = used;
      const rows = Math.ceil(usage!.rowCount / (trips - 1));
      for (let first = 0; first < usage!.rowCount; first += rows) {
        const count = Math.min(rows, usage!.rowCount - first);
        const asked = [usage!.getCell(first, 0).getAbsoluteResizedRange(count, usage!.columnCount)];
        if (first === 0) asked.push(contracts!, prices!);
        for (const range of asked) range.load("values");
        await context.sync();
        for (const range of asked) range.untrack();
      }
    });
    return performance.now() - from;
  }, roundTrips);
}
