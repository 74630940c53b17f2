import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { LIBRARY_ADDRESS, libraryFile } from "../page/library";

export interface SitePageOptions {
  /** The address of the page: https, as Office asks for. */
  readonly url: string;
  /** The folder whose files are at the root of that address; or the files themselves by their path. */
  readonly site: string | Readonly<Record<string, string>>;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly colorScheme?: "light" | "dark" | undefined;
  readonly forcedColors?: "active" | "none" | undefined;
  /** Before the page is asked for. */
  readonly prepare?: ((page: Page) => Promise<unknown>) | undefined;
}

/** A page of a site that is answered for from this machine alone. */
export interface SitePage {
  readonly page: Page;
  /** Addresses outside site and library that the page asked for; nothing was fetched. */
  readonly refused: readonly string[];
  /** Errors on the console and uncaught ones. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** What stands around the site. */
interface Surroundings {
  /** Whether Microsoft's address answers, with the library of the package. */
  readonly hasLibrary: boolean;
  /** A script that runs before any of the page, the same for every page. */
  readonly host?: string;
  /** A script that runs right after it, of this page alone. */
  readonly start?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};

/** What is shown in a tab at present, and what went wrong there. */
interface Shown {
  readonly options: SitePageOptions;
  readonly hasLibrary: boolean;
  readonly refused: string[];
  readonly errors: string[];
}

/** A tab has a context of its own, so that two of them are two computers. */
interface Tab {
  /** It stays in the tab, since sending two megabytes for each page takes long. */
  readonly host: string | undefined;
  readonly context: BrowserContext;
  readonly page: Page;
  shown: Shown | undefined;
}

/** Tabs that were closed: one that is opened again, empty as a new one, takes less than half the time of a new one. */
const idleTabs = new WeakMap<Browser, Tab[]>();

async function newTab(browser: Browser, host: string | undefined): Promise<Tab> {
  const context = await browser.newContext();
  const tab: Tab = { host, context, page: await context.newPage(), shown: undefined };
  if (host !== undefined) await tab.page.addInitScript({ content: host });
  tab.page.on("pageerror", (error) => tab.shown?.errors.push(error.message));
  tab.page.on("console", (message) => {
    if (message.type() === "error") tab.shown?.errors.push(message.text());
  });
  await context.route("**/*", (route) => answer(route, tab.shown));
  return tab;
}

/** Takes a tab that was closed out of those that keep this host. */
function idleTab(idle: Tab[], wanted: string | undefined): Tab | undefined {
  const at = idle.findIndex(({ host }) => host === wanted);
  return at < 0 ? undefined : idle.splice(at, 1)[0];
}

/** Leaves nothing of a page behind. */
async function empty({ context, page }: Tab): Promise<void> {
  await page.evaluate("localStorage.clear(); sessionStorage.clear()");
  await page.mouse.move(0, 0);
  await context.clearPermissions();
}

/** Opens a page in a tab of its own. */
export async function openSitePage(
  browser: Browser,
  options: SitePageOptions,
  { hasLibrary, host, start }: Surroundings,
): Promise<SitePage> {
  const { url, width = 350, height = 700, colorScheme = "light", forcedColors = "none", prepare } = options;
  const idle = idleTabs.get(browser) ?? [];
  idleTabs.set(browser, idle);
  // What a test has prepared in a tab is its own affair, and goes with the tab.
  const tab = (prepare === undefined ? idleTab(idle, host) : undefined) ?? (await newTab(browser, host));
  const { page } = tab;
  const shown: Shown = { options, hasLibrary, refused: [], errors: [] };
  tab.shown = shown;
  await page.setViewportSize({ width, height });
  // What is looked at is at rest, never between two colours.
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
  const first = start === undefined ? undefined : await page.addInitScript({ content: start });
  await prepare?.(page);
  // What scripts fetch afterwards is the page's own affair, and a test may hold it back.
  await page.goto(url, { waitUntil: "domcontentloaded" });
  const close = async (): Promise<void> => {
    tab.shown = undefined;
    if (prepare !== undefined) return tab.context.close();
    await first?.dispose();
    await empty(tab);
    idle.push(tab);
  };
  return { page, refused: shown.refused, errors: shown.errors, close };
}

/** Answers a request out of the site and the library; all others are refused. */
async function answer(route: Route, shown: Shown | undefined): Promise<void> {
  const address = route.request().url();
  const body =
    shown?.hasLibrary && address.startsWith(LIBRARY_ADDRESS)
      ? libraryFile(address)
      : shown && fileOf(address, shown.options);
  if (body === undefined) {
    shown?.refused.push(address);
    return route.abort();
  }
  const contentType = TYPES[extname(new URL(address).pathname)] ?? "application/octet-stream";
  return route.fulfill({ status: 200, contentType, body });
}

function fileOf(address: string, { url, site }: SitePageOptions): string | Buffer | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== new URL(url).origin) return undefined;
  if (typeof site !== "string") return site[pathname];
  const file = normalize(join(site, decodeURIComponent(pathname)));
  const isInside = file.startsWith(normalize(site) + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
