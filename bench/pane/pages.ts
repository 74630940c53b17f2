import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type OfficePage, openOfficePage, openSitePage } from "../../simulatedExcel/browser";
import { watchPage, type Span, type WatchedPage } from "./watch";

const pane = {
  url: "https://ratebook.example/taskpane.html",
  site: join(__dirname, ".."),
  prepare: async (page: Page) => {
    // A large workbook takes its time, and a busy machine too.
    page.setDefaultTimeout(0);
    await page.addInitScript({ content: `(${watchPage.toString()})();` });
  },
};

/** Milliseconds of each round trip to Excel. */
export const LATENCY = 50;

/** The pane over a workbook, in a page that is watched. */
export interface OpenPane {
  readonly page: Page;
  /** Behind the pane in Excel. */
  readonly office?: OfficePage;
  close(): Promise<void>;
}

/** The built add-in beside the workbook, in an Excel that answers late. */
export async function openInExcel(browser: Browser, file: string): Promise<OpenPane> {
  const workbook = readFileSync(file).toString("base64");
  const office = await openOfficePage(browser, { ...pane, file: workbook, latency: LATENCY });
  return { page: office.page, office, close: () => office.close() };
}

/** The built add-in in a plain browser; no workbook is open yet. */
export function openInBrowser(browser: Browser): Promise<OpenPane> {
  return openSitePage(browser, { ...pane, width: 1100, height: 800 }, { hasLibrary: false });
}

type Watched = Pick<OpenPane, "page">;

/** Clicks a button and waits until the next screen, known by a button of its own, is painted. */
export const press = ({ page }: Watched, name: string, next: string): Promise<Span> =>
  page.evaluate(([name, next]) => (globalThis as unknown as WatchedPage).watch.press(name, next), [
    name,
    next,
  ] as const);

/** As `press`, as soon as the page says a text. */
export const pressWhen = ({ page }: Watched, text: string, name: string, next: string): Promise<Span> =>
  page.evaluate(
    ([text, name, next]) => (globalThis as unknown as WatchedPage).watch.pressWhen(text, name, next),
    [text, name, next] as const,
  );

/** The moment at which a button has been painted. */
export const painted = ({ page }: Watched, name: string): Promise<number> =>
  page.evaluate((name) => (globalThis as unknown as WatchedPage).watch.painted(name), name);

/** Tasks of at least 50 ms since the last question. */
export const longTasks = ({ page }: Watched): Promise<Span[]> =>
  page.evaluate(() => (globalThis as unknown as WatchedPage).watch.longTasks());

/** What the pane itself has measured, by the names in src/taskpane/state/timing.ts. */
export const measures = ({ page }: Watched): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() => (globalThis as unknown as WatchedPage).watch.measures());
