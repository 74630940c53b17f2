import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
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
  /** Runs before any script of the page. */
  readonly script?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};

/** Opens a page in a context of its own. */
export async function openSitePage(
  browser: Browser,
  options: SitePageOptions,
  { hasLibrary, script }: Surroundings,
): Promise<SitePage> {
  const { width = 350, height = 700, colorScheme, forcedColors } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    // What is looked at is at rest, never between two colours.
    reducedMotion: "reduce",
    ...(colorScheme && { colorScheme }),
    ...(forcedColors && { forcedColors }),
  });
  if (script !== undefined) await context.addInitScript({ content: script });
  const refused = await answerFrom(context, options, hasLibrary);
  const errors: string[] = [];
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await options.prepare?.(page);
  // What scripts fetch afterwards is the page's own affair, and a test may hold it back.
  await page.goto(options.url, { waitUntil: "domcontentloaded" });
  return { page, refused, errors, close: () => context.close() };
}

/** Answers all requests of a context. @returns those that were refused, as they come */
async function answerFrom(
  context: BrowserContext,
  options: SitePageOptions,
  hasLibrary: boolean,
): Promise<readonly string[]> {
  const refused: string[] = [];
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    const body =
      hasLibrary && address.startsWith(LIBRARY_ADDRESS) ? libraryFile(address) : fileOf(address, options);
    if (body === undefined) {
      refused.push(address);
      return route.abort();
    }
    const contentType = TYPES[extname(new URL(address).pathname)] ?? "application/octet-stream";
    return route.fulfill({ status: 200, contentType, body });
  });
  return refused;
}

function fileOf(address: string, { url, site }: SitePageOptions): string | Buffer | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== new URL(url).origin) return undefined;
  if (typeof site !== "string") return site[pathname];
  const file = normalize(join(site, decodeURIComponent(pathname)));
  const isInside = file.startsWith(normalize(site) + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
