import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import {
  closePane,
  contentOf,
  letGo,
  letGoUntilWritten,
  openAgain,
  openInExcel,
  sheetsOf,
  until,
  writeHalfWay,
} from "./support/panes";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, button, message, press, runTo } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();
const tablesWritten = ["Invoices", "Invoice lines", "Reconciliation", "Control totals", "Issues", "Run log"];

describeInBrowser("a run in Excel", () => {
  let pane: OfficePage;
  afterEach(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it("shows an invoice after three clicks in an empty workbook, and writes it", async () => {
    pane = await openInExcel(browser());
    const { page } = pane;
    await page.evaluate(
      `globalThis.clicks = 0; addEventListener("click", () => void globalThis.clicks++, true)`,
    );
    await button(page, "Insert sample").waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Insert sample");
    await press(page, "Check");
    await press(page, "Preview invoices");
    await page.getByRole("button", { name: /Blue Heron Ltd\s*GBP\s1,537\.20/ }).waitFor();
    expect(await page.evaluate("globalThis.clicks")).toBe(3);
    await press(page, "Write invoices");
    await atScreen(page, "Done");
    expect(await sheetsOf(pane)).toEqual(expect.arrayContaining(tablesWritten));
    await press(page, "Go to invoices");
    await until(pane, ({ selection }) => selection === "Invoices!A1");
  });

  it("has screens that bear every width and that axe finds nothing on", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    const faults: Record<string, string[]> = {};
    for (const [screen, next] of [
      ["Sheets", "Check"],
      ["Check", "Preview invoices"],
      ["Preview", "Write invoices"],
      ["Done", undefined],
    ] as const) {
      await atScreen(page, screen);
      if (screen === "Preview") await page.getByRole("button", { name: /Kestrel GmbH.*3 lines/ }).click();
      faults[screen] = await screenFaults(pane);
      if (next !== undefined) await press(page, next);
    }
    expect(faults).toEqual({ Sheets: [], Check: [], Preview: [], Done: [] });
  });

  it("is undone down to the last cell", async () => {
    pane = await openInExcel(browser());
    const { page } = pane;
    // With drop-downs that reach below the rows of the sample.
    await press(page, "Insert sample");
    await atScreen(page, "Sheets");
    const before = await contentOf(pane);
    await runTo(page, "Done");
    await press(page, "Undo this run");
    await atScreen(page, "Sheets");
    expect(await contentOf(pane)).toEqual(before);
  });

  it("is not undone once what it wrote was edited, and says so", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await runTo(page, "Done");
    await pane.host((host) => host.user.edit("Invoice lines", "E12", "by hand"));
    const edited = await contentOf(pane);
    await press(page, "Undo this run");
    expect(await message(page)).toContain("The sheet “Invoice lines” was edited since the run");
    expect(await screenFaults(pane)).toEqual([]);
    expect(await contentOf(pane)).toEqual(edited);
  });

  it("goes on while its pane is closed, and has ended when that is opened again", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await runTo(page, "Preview");
    await writeHalfWay(pane);
    await closePane(page);
    await letGoUntilWritten(pane, 4);
    expect(await page.evaluate("document.visibilityState")).toBe("hidden");
    await openAgain(page);
    await atScreen(page, "Done");
    expect(await sheetsOf(pane)).toEqual(expect.arrayContaining(tablesWritten));
  });

  it("is cancelled in the middle of writing, with the workbook as it was", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await runTo(page, "Preview");
    const before = await contentOf(pane);
    await writeHalfWay(pane);
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Cancel");
    await letGo(pane);
    expect(await message(page)).toContain("Cancelled. The workbook is what it was.");
    await atScreen(page, "Preview");
    expect(await contentOf(pane)).toEqual(before);
    await press(page, "Write invoices");
    await atScreen(page, "Done");
  });

  it("is cancelled while the workbook is read, and begun again", async () => {
    pane = await openInExcel(browser(), { file: sampleFile(), latency: 600_000 });
    const { page } = pane;
    await atScreen(page, "Reading the workbook");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Cancel");
    await button(page, "Read again").waitFor();
    expect(await button(page, "Check").count()).toBe(0);
    expect(await screenFaults(pane)).toEqual([]);
    await pane.host((host) => void (host.latency = 0));
    await press(page, "Read again");
    await runTo(page, "Preview");
  });
});
