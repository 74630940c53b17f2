import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { openInExcel, selectionOf, sheetsOf, until, valueAt } from "./support/panes";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, button, openTab, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

describeInBrowser("what the workbook holds, in Excel", () => {
  let pane: OfficePage;
  afterEach(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it("is mapped by hand where headers cannot be guessed, for good", async () => {
    pane = await openInExcel(browser(), {
      file: sampleFile({ "Unit price": "Satz Y", Meter: "Zählerstand X" }),
    });
    const { page } = pane;
    await sees(page, "Before the check: Usage on the sheet Usage lacks the column Meter");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Map columns");
    await atScreen(page, "Map columns");
    const meter = page.getByRole("listitem").filter({ has: page.getByRole("combobox", { name: "Meter" }) });
    await meter.getByText("Choose the column for this").waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    await meter.getByRole("combobox").selectOption("Quantity");
    await meter.getByText("24 good").waitFor({ state: "attached" });
    expect(await meter.innerText()).toContain("14200");
    // Two fields have one column now; the choice that mends it must give the other one its own back.
    expect(await screenFaults(pane)).toEqual([]);
    await meter.getByRole("combobox").selectOption("Zählerstand X");
    await meter.getByText("API calls").waitFor();
    const quantity = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("combobox", { name: "Quantity" }) });
    await quantity.getByText("23 good · 1 not readable").waitFor();
    await quantity.getByRole("button", { name: "first one" }).click();
    await until(pane, ({ selection }) => selection === "Usage!F25");
    await press(page, "Save mapping");
    await atScreen(page, "Sheets");
    expect(JSON.stringify(await pane.host((host) => host.snapshot().sheets[0]))).toContain("Zählerstand X");
    await runTo(page, "Check");
    await sees(page, "Not a number");
  });

  it("keeps a mapping for whoever opens it next", async () => {
    pane = await openInExcel(browser(), { file: sampleFile({ Meter: "Zählerstand X" }) });
    await press(pane.page, "Map columns");
    await pane.page.getByRole("combobox", { name: "Meter" }).selectOption("Zählerstand X");
    await press(pane.page, "Save mapping");
    await atScreen(pane.page, "Sheets");
    const kept = Uint8Array.from(await pane.host(async (host) => [...(await host.save())]));
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
    pane = await openInExcel(browser(), { file: kept });
    await runTo(pane.page, "Preview");
    await pane.page.getByRole("button", { name: /Redwing Clinics Ltd.*2 lines/ }).waitFor();
  });

  it("holds the invoice of an unreadable cell, and bills it once the cell is mended", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await runTo(page, "Check");
    await page.getByRole("button", { name: /Error Not a number\s*1\s*GBP\s194\.40 at stake/ }).waitFor();
    await page.getByRole("button", { name: "Usage!F25", exact: true }).first().click();
    await until(pane, ({ selection }) => selection === "Usage!F25");
    await press(page, "Preview invoices");
    const held = page.getByRole("region", { name: "Held" });
    await held.getByText("Wagtail Media Ltd").waitFor();
    expect(await held.innerText()).toContain("because of not a number");
    await press(page, "Write invoices");
    await sees(page, "1 invoice waits for errors to be mended.");
    expect((await sheetsOf(pane)).filter((name) => name.startsWith("DRAFT-"))).toHaveLength(4);
    expect(await valueAt(pane, "Invoices", "F9")).toBe("S-4");
    expect(await valueAt(pane, "Invoices", "F10")).toBeUndefined();

    await page.getByRole("button", { name: "Start again" }).click();
    await runTo(page, "Check");
    await pane.host((host) => host.user.edit("Usage", "F25", 31_000));
    await sees(page, "Usage was edited since the workbook was read.");
    expect(await button(page, "Preview invoices").count()).toBe(0);
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Check");
    await sees(page, "Nothing is wrong. Every row is accounted for.");
    await press(page, "Preview invoices");
    await page.getByRole("button", { name: /Wagtail Media Ltd.*GBP\s456\.48/ }).waitFor();
    await press(page, "Write invoices");
    await atScreen(page, "Done");
    expect(await valueAt(pane, "Invoices", "F10")).toBe("S-5");
    expect(await sheetsOf(pane)).toContain("DRAFT-S-5-2026-10-GBP");
  });

  it("is kept where the mapping screen is left without saving", async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await press(page, "Map columns");
    await page.getByRole("combobox", { name: "Status" }).selectOption("");
    await openTab(page, "More");
    await openTab(page, "Bill");
    await press(page, "Back");
    await atScreen(page, "Sheets");
    expect(await valueAt(pane, "Settings", "A8")).toBeUndefined();
    expect(await selectionOf(pane)).toBe("Settings!A1");
  });
});
