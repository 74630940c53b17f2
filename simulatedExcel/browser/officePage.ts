import type { Browser } from "playwright-core";
import type { HostControls } from "../hostControls";
import { pageHostScript } from "./bundle";
import type { PageHostOptions } from "./pageHost";
import { openSitePage, type SitePage, type SitePageOptions } from "./sitePage";

export interface OfficePageOptions extends PageHostOptions, SitePageOptions {}

/** The task pane of an Excel for Windows, in Chromium. */
export interface OfficePage extends SitePage {
  /** Calls the host inside the page. The function is sent as text, so it uses its arguments and nothing around it. */
  host<Result, Argument = undefined>(
    act: (host: HostControls, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
}

/** Opens a page of the add-in with Excel behind it and the library in place of the one on the web. */
export async function openOfficePage(browser: Browser, options: OfficePageOptions): Promise<OfficePage> {
  const { url, site, width, height, colorScheme, forcedColors, prepare, ...hostOptions } = options;
  const start = `startOfficeHost(${JSON.stringify(hostOptions)})`;
  const how = { width, height, colorScheme, forcedColors, prepare };
  const surroundings = { hasLibrary: true, host: await pageHostScript(), start };
  const opened = await openSitePage(browser, { url, site, ...how }, surroundings);
  return {
    ...opened,
    host: (act, argument) =>
      opened.page.evaluate(`(${act.toString()})(globalThis.officeHost, ${JSON.stringify(argument)})`),
  };
}
