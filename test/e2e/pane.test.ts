import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/workbook/xlsx/readWorkbook";
import { browserForTests } from "../officeHost/browser/browserForTests";
import { openOfficePage, type OfficePage } from "../officeHost/browser/officePage";
import { starterBook } from "../port/officeBooks";

const { describeInBrowser, browser } = browserForTests();
const DIST = join(__dirname, "../../dist");
const SLOW = { timeout: 60_000 };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
};

/** The built add-in as any web server would hand it out. */
function serve(): Promise<Server> {
  const server = createServer(({ url = "" }, response) => {
    const file = join(DIST, new URL(url, "http://x").pathname);
    try {
      const body = readFileSync(file);
      response
        .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click(SLOW);
const seen = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).waitFor({ ...SLOW, state: "visible" });

/** What axe finds on the page as it is; Fluent's focus guards are no content. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const run = `axe.run({ exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"] })`;
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    run,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

describeInBrowser("the pane in a plain browser", () => {
  let server: Server;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.close());

  it("bills the sample from opening to the written file, with nothing fetched from elsewhere", async () => {
    const page = await browser().newPage({ viewport: { width: 1100, height: 800 } });
    const site = `http://localhost:${String((server.address() as AddressInfo).port)}`;
    const elsewhere: string[] = [];
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.route("**/*", (route) => {
      const address = route.request().url();
      if (address.startsWith(site) || address.startsWith("blob:")) return route.continue();
      elsewhere.push(address);
      return route.abort();
    });
    await page.goto(`${site}/taskpane.html`);
    await press(page, "Open sample");
    await seen(page, "Check");
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "Check");
    await seen(page, "Preview invoices");
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "Preview invoices");
    await seen(page, "Write invoices");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByText("187,786.28").first().waitFor();
    await press(page, "Write invoices");
    await seen(page, "Go to invoices");
    const download = page.waitForEvent("download");
    await press(page, "Download workbook");
    const written = await readWorkbook(readFileSync(await (await download).path()), {});
    expect(written.ok && written.snapshot.grids.map(({ sheet }) => sheet)).toContain("Run log");
    expect(faults).toEqual([]);
    expect([...new Set(elsewhere.map((address) => new URL(address).host))]).toEqual([
      "appsforoffice.microsoft.com",
    ]);
    await page.close();
  }, 240_000);
});

describeInBrowser("the pane in Excel", () => {
  let pane: OfficePage;
  beforeAll(async () => {
    pane = await openOfficePage(browser(), {
      url: "https://ratebook.example/taskpane.html",
      site: DIST,
      file: Buffer.from(starterBook()).toString("base64"),
    });
  }, 120_000);
  afterAll(() => pane.close());

  it("bills the open workbook and undoes the run", async () => {
    const { page } = pane;
    await seen(page, "Check");
    const before = await pane.host((host) => JSON.stringify(host.snapshot()));
    await press(page, "Check");
    await press(page, "Preview invoices");
    await press(page, "Write invoices");
    await seen(page, "Undo this run");
    const sheets = await pane.host((host) => host.snapshot().sheets.map(({ name }) => name));
    expect(sheets).toEqual(
      expect.arrayContaining(["Invoices", "Invoice lines", "Reconciliation", "Run log"]),
    );
    await press(page, "Undo this run");
    await page.waitForFunction(
      (text) =>
        JSON.stringify(
          (globalThis as unknown as { officeHost: { snapshot(): unknown } }).officeHost.snapshot(),
        ) === text,
      before,
      SLOW,
    );
    expect(await pane.host((host) => host.unimplemented)).toEqual([]);
    expect(pane.refused).toEqual([]);
  }, 240_000);
});
