import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { openInExcel, until, valueAt } from "./support/panes";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, message, openTab, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

describeInBrowser("written invoices in Excel", () => {
  let pane: OfficePage;
  beforeAll(async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    await runTo(pane.page, "Done");
  });
  afterAll(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it("are found by name and by status", async () => {
    const { page } = pane;
    await openTab(page, "Review");
    await sees(page, "8 invoices");
    expect(await screenFaults(pane)).toEqual([]);
    await page.getByLabel("Find invoice").fill("kestrel");
    await sees(page, "2 of 8 invoices");
    await page.getByLabel("Status").selectOption("Draft");
    await sees(page, "1 of 8 invoices");
    await page.getByLabel("Find invoice").fill("nobody");
    await sees(page, "No invoice matches.");
    expect(await screenFaults(pane)).toEqual([]);
    await page.getByLabel("Find invoice").fill("");
    await sees(page, "4 of 8 invoices");
  });

  it("explain each amount, with the rows behind it", async () => {
    const { page } = pane;
    await page.getByRole("button", { name: /Redwing Clinics Ltd/ }).click();
    await atScreen(page, "DRAFT-S-4-2026-10-GBP");
    await page.getByRole("button", { name: "Explain", exact: true, description: "API calls" }).click();
    await sees(page, "11,950 call × 0.025 = 298.75");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Show usage rows");
    await until(pane, ({ selection }) => selection === "Usage!F22:F23");
    await press(page, "Prices!D8");
    await until(pane, ({ selection }) => selection === "Prices!D8");
  });

  it("are opened at the line of the cell by Explain this amount", async () => {
    const { page } = pane;
    await openTab(page, "Bill");
    await pane.host((host) => {
      host.user.select("Invoice lines", "O13");
      return host.runCommand("explainCell");
    });
    expect(await valueAt(pane, "Invoice lines", "A13")).toBe("DRAFT-S-1-2026-10-GBP");
    await atScreen(page, "DRAFT-S-1-2026-10-GBP");
    await page.locator(`button[aria-expanded="true"]`, { hasText: "Explain" }).waitFor();
  });

  it("are not opened from a cell that is no amount, which is said", async () => {
    const { page } = pane;
    await pane.host((host) => {
      host.user.select("Customers", "B2");
      return host.runCommand("explainCell");
    });
    expect(await message(page)).toContain("Customers!B2 is not an amount of an invoice.");
    expect(await screenFaults(pane)).toEqual([]);
  });

  it.each([
    ["showBill", "Done"],
    ["showReview", "Review"],
    ["showReconcile", "Reconcile"],
    ["showMore", "More"],
    ["showFunctions", "Functions"],
    ["showHelp", "Help"],
  ])("the ribbon's %s leads to %s", async (command, screen) => {
    await pane.host((host, name: string) => host.runCommand(name), command);
    await atScreen(pane.page, screen);
    expect(await pane.host((host) => host.taskPane.visible)).toBe(true);
  });

  it("are reconciled, and what people note is kept in the workbook", async () => {
    const { page } = pane;
    await openTab(page, "Reconcile");
    await press(page, "Run reconciliation");
    await sees(page, "1.79% of what was expected");
    await page.getByRole("region", { name: "GBP" }).locator("svg").first().waitFor();
    await page.getByRole("button", { name: /Error.*Usage to invoice/ }).click();
    expect(await screenFaults(pane)).toEqual([]);
    await page.getByLabel("Status").selectOption("Explained");
    await page.getByLabel("Comment").fill("agreed with the customer");
    await page.getByLabel("Comment").press("Enter");
    await sees(page, "Saved in the workbook");
    await until(pane, ({ book }) => book.sheet("Reconciliation").grid.at(1, 16)?.value !== undefined);
    await press(page, "'Invoice lines'!O11");
    await until(pane, ({ selection }) => selection === "Invoice lines!O11");
    const cells = await pane.host((host) =>
      JSON.stringify(host.snapshot().sheets.find(({ name }) => name === "Reconciliation")),
    );
    expect(cells).toContain("agreed with the customer");
    expect(cells).toContain("Explained");
  });
  it("stand in the way of no setting that is saved after them", async () => {
    const { page } = pane;
    await openTab(page, "More");
    await press(page, "Settings");
    await page.getByLabel("Terms and conditions (default)").fill("Payable without deduction.");
    await press(page, "Save");
    await sees(page, "Terms and conditions is saved");
    expect(await valueAt(pane, "Settings", "B8")).toBe("Payable without deduction.");
  });
});
