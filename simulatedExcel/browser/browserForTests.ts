import type { Browser } from "playwright-core";
import { findChromium, launchChromium } from "./chromium";

/** Chromium for a test file; where there is none the tests fail in CI, and elsewhere it is said aloud that they did not run. */
export function browserForTests(): {
  readonly describeInBrowser: jest.Describe;
  readonly browser: () => Browser;
} {
  const executable = findChromium();
  let browser: Browser | undefined;
  if (executable === undefined && !process.env.CI) {
    process.stderr.write("E2E NOT RUN: no Chromium on this machine; install it, or name it in CHROME_PATH\n");
    return { describeInBrowser: describe.skip, browser: () => browser! };
  }
  beforeAll(async () => {
    if (executable === undefined)
      throw new Error("no Chromium: apt-get install chromium, or set CHROME_PATH");
    browser = await launchChromium(executable);
  });
  afterAll(() => browser?.close());
  return { describeInBrowser: describe, browser: () => browser! };
}
