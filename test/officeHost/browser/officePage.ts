import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import type { HostControls } from "../hostControls";
import { LIBRARY_ADDRESS, libraryFile } from "../page/library";
import { pageHostScript } from "./bundle";
import type { PageHostOptions } from "./pageHost";

export interface OfficePageOptions extends PageHostOptions {
  /** The address of the page: https, as Office asks for. */
  readonly url: string;
  /** The folder whose files are at the root of that address; or the files themselves by their path. */
  readonly site: string | Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  /** Before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The task pane of an Excel for Windows, in Chromium. */
export interface OfficePage {
  readonly page: Page;
  /**
   * Calls the host inside the page. The function is sent as text, so it must not use anything around it but what
   * can be given to it as JSON.
   */
  host<T, Given = undefined>(
    act: (host: HostControls, given: Given) => T | Promise<T>,
    given?: Given,
  ): Promise<T>;
  /** Addresses outside site and library that the page asked for; nothing was fetched. */
  readonly refused: readonly string[];
  /** Errors on the console and uncaught ones. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};

/** Opens a page of the add-in with Excel behind it and the library in place of the one on the web. */
export async function openOfficePage(browser: Browser, options: OfficePageOptions): Promise<OfficePage> {
  const {
    url,
    site,
    width = 350,
    height = 700,
    colorScheme,
    forcedColors,
    prepare,
    ...hostOptions
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    ...(colorScheme ? { colorScheme } : {}),
    ...(forcedColors ? { forcedColors } : {}),
  });
  const refused: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(url);
  await context.addInitScript({
    content: `globalThis.officeHostOptions = ${JSON.stringify(hostOptions)};\n${await pageHostScript()}`,
  });
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    const body = bodyOf(address, origin, site);
    if (body === undefined) {
      refused.push(address);
      await route.abort();
    } else {
      await answer(route, address, body);
    }
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await prepare?.(page);
  // What scripts fetch afterwards is the page's own affair, and a test may hold it back.
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return {
    page,
    host: async <T, Given>(
      act: (host: HostControls, given: Given) => T | Promise<T>,
      given?: Given,
    ): Promise<T> =>
      await page.evaluate<T>(`(${act.toString()})(globalThis.officeHost, ${JSON.stringify(given)})`),
    refused,
    errors,
    close: async () => {
      await context.close();
    },
  };
}

async function answer(route: Route, address: string, body: string | Buffer): Promise<void> {
  const contentType = TYPES[extname(new URL(address).pathname)] ?? "application/octet-stream";
  await route.fulfill({ status: 200, contentType, body });
}

function bodyOf(
  address: string,
  origin: string,
  site: OfficePageOptions["site"],
): string | Buffer | undefined {
  if (address.startsWith(LIBRARY_ADDRESS)) return libraryFile(address);
  const url = new URL(address);
  if (url.origin !== origin) return undefined;
  if (typeof site !== "string") return site[url.pathname];
  const file = normalize(join(site, decodeURIComponent(url.pathname)));
  const isInside = file.startsWith(normalize(site) + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
