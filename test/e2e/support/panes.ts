import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { HostControls, Snapshot } from "../../../simulatedExcel";
import {
  type OfficePage,
  type OfficePageOptions,
  openOfficePage,
  openSitePage,
  type SitePage,
  type SitePageOptions,
} from "../../../simulatedExcel/browser";
import { press } from "./steps";

/** The add-in as it is built. */
const site = join(__dirname, "../../../dist");
const url = "https://ratebook.example/taskpane.html";

/** A busy machine is slow; what does not come in this time does not come. */
const PATIENCE = 90_000;

type PaneOptions = Omit<OfficePageOptions, "url" | "site" | "file"> & { readonly file?: Uint8Array };

/** The pane in Excel, 350 px wide unless said otherwise, over a workbook; over an empty one without a file. */
export async function openInExcel(
  browser: Browser,
  { file, ...options }: PaneOptions = {},
): Promise<OfficePage> {
  const base64 = file && Buffer.from(file).toString("base64");
  const pane = await openOfficePage(browser, { url, site, ...options, ...(base64 && { file: base64 }) });
  pane.page.setDefaultTimeout(PATIENCE);
  return pane;
}

/** The page in a plain browser, where office.js is blocked unless it is asked for. */
export async function openInBrowser(
  browser: Browser,
  { hasLibrary = false, ...options }: Omit<SitePageOptions, "url" | "site"> & { hasLibrary?: boolean } = {},
): Promise<SitePage> {
  const page = await openSitePage(browser, { url, site, width: 1100, ...options }, { hasLibrary });
  page.page.setDefaultTimeout(PATIENCE);
  return page;
}

/** All that is in the workbook. */
export const contentOf = (pane: OfficePage): Promise<Snapshot> => pane.host((host) => host.snapshot());

export const sheetsOf = async (pane: OfficePage): Promise<string[]> =>
  pane.host((host) => host.snapshot().sheets.map(({ name }) => name));

/** What the pane selected. */
export const selectionOf = (pane: OfficePage): Promise<string> => pane.host((host) => host.selection);

/** What a cell shows. */
export const valueAt = (pane: OfficePage, sheet: string, address: string): Promise<unknown> =>
  pane.host(
    (host, at) => {
      const cells = host.snapshot().sheets.find(({ name }) => name === at.sheet)?.cells;
      return (cells?.[at.address] as { readonly value: unknown } | undefined)?.value;
    },
    { sheet, address },
  );

/** Waits for something in the workbook that the pane says nothing of. The test is sent as text, like that of `host`. */
export async function until(pane: OfficePage, test: (host: HostControls) => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await pane.host(test))) {
    if (Date.now() > deadline)
      throw new Error(`never so: ${test.toString()}; selected is ${await selectionOf(pane)}`);
    await pane.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Starts the writing of a run and holds Excel back once tables are written and formatted invoices are not. */
export async function writeHalfWay(pane: OfficePage): Promise<void> {
  await pane.host((host) => {
    let isHeld = false;
    host.book.listen(() => {
      if (isHeld || !host.book.sheets.some(({ name }) => name === "Run log")) return;
      isHeld = true;
      host.enterCell();
    });
  });
  await press(pane.page, "Write invoices");
  await until(pane, ({ book }) => book.sheets.some(({ name }) => name === "Run log"));
}

/** Lets Excel go on. */
export const letGo = (pane: OfficePage): Promise<void> => pane.host((host) => host.leaveCell());

/** Closes the pane as Excel does with a page of long lifetime: it is hidden, draws no frame any more, and lives on. */
export const closePane = (page: Page): Promise<void> =>
  page.evaluate(`
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    globalThis.drawFrame = globalThis.requestAnimationFrame;
    globalThis.waitingFrames = [];
    globalThis.requestAnimationFrame = (frame) => globalThis.waitingFrames.push(frame);
    document.dispatchEvent(new Event("visibilitychange"));
  `);

/** Opens it again: frames that waited are drawn. */
export const openAgain = (page: Page): Promise<void> =>
  page.evaluate(`
    delete document.visibilityState;
    delete document.hidden;
    globalThis.requestAnimationFrame = globalThis.drawFrame;
    document.dispatchEvent(new Event("visibilitychange"));
    for (const frame of globalThis.waitingFrames) requestAnimationFrame(frame);
  `);

/** Lets Excel go on, and waits, without a frame drawn, until so many sheets of drafts are in the workbook. */
export const letGoUntilWritten = (pane: OfficePage, drafts: number): Promise<void> =>
  pane.host(
    (host, count) =>
      new Promise<void>((resolve) => {
        host.book.listen(() => {
          if (host.book.sheets.filter(({ name }) => name.startsWith("DRAFT-")).length === count) resolve();
        });
        host.leaveCell();
      }),
    drafts,
  );
