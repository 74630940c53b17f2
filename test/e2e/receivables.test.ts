import type { Page } from "playwright-core";
import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { openInExcel, contentOf, sheetsOf, until, valueAt } from "./support/panes";
import { bankFile, dropBankFile, receivablesFile } from "./support/receivables";
import { quietFaults, screenFaults as faultsOfScreen } from "./support/screenFaults";
import { atScreen, openTab, press, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** What is wrong with the screen once the work on it is done. */
async function screenFaults(pane: OfficePage): Promise<string[]> {
  await pane.page.getByRole("progressbar").waitFor({ state: "detached" });
  return faultsOfScreen(pane);
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Titles of the charts on a sheet, each with the number of its series. */
const chartsOn = (pane: OfficePage, sheet: string) =>
  pane.host(
    ({ book }, name) =>
      book
        .sheet(name)
        .charts.map(({ settings, series }) => [String(settings.get("Title/Text")), series.length] as const),
    sheet,
  );

const proposal = (page: Page, text: RegExp) =>
  page.getByRole("list", { name: "Proposals" }).getByRole("button", { name: text });

describeInBrowser("receivables in Excel", () => {
  let pane: OfficePage;
  let before: unknown;
  beforeAll(async () => {
    pane = await openInExcel(browser(), { file: receivablesFile(), width: 320 });
    await sees(pane.page, "Invoices");
    before = await contentOf(pane);
  });
  afterAll(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it("are matched with a bank's file that is dropped, one match corrected by a person", async () => {
    const { page } = pane;
    await openTab(page, "Reconcile");
    await press(page, "Cash");
    await atScreen(page, "Cash");
    await sees(page, "Every payment is applied.");
    expect(await screenFaults(pane)).toEqual([]);
    await dropBankFile(page, "november.csv", bankFile);
    await sees(page, "4 payments are new, 0 known already.");
    await proposal(page, /Harbour.*INV-1001.*high/).waitFor();
    await proposal(page, /Byte GmbH.*INV-1004.*medium/).waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    await proposal(page, /EUR.2,500\.00/).click();
    // It could be either of two, and nobody but a person knows which.
    await page.getByText("could be this one").nth(1).waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    await page.getByRole("checkbox", { name: "INV-1003" }).check();
    await sees(page, "EUR 2,500.00 open in what is chosen; the payment is EUR 2,500.00.");
    await press(page, "Use these");
    await sees(page, "chosen by you");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Back");
    expect(await focusedText(page)).toContain("INV-1003");
    expect(await contentOf(pane)).toEqual(before);
  });

  it("are posted by the keyboard, and only those that were selected", async () => {
    const { page } = pane;
    await press(page, "Accept high");
    await sees(page, "1 payment selected: EUR 12,100.50.");
    await proposal(page, /INV-1001/).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await sees(page, "2 payments selected: EUR 14,600.50.");
    await press(page, "Post selected");
    await sees(page, "Cash written: Payments, Applications, Invoices, Run log.");
    expect(await screenFaults(pane)).toEqual([]);
    expect(await valueAt(pane, "Invoices", "B2")).toBe("Paid");
    expect(await valueAt(pane, "Invoices", "B4")).toBe("Paid");
    expect(await valueAt(pane, "Invoices", "B5")).toBe("Issued");
    await page.getByRole("button", { name: "Posted: 2 payments" }).click();
    expect(await screenFaults(pane)).toEqual([]);
  });

  it("are aged, down to the cell of a document, and the aging is written", async () => {
    const { page } = pane;
    await press(page, "Aging");
    await atScreen(page, "Aging");
    await page.getByLabel("As of").fill("2026-11-30");
    await press(page, "Show aging");
    const eur = page.getByRole("region", { name: "Aging in EUR" });
    await eur.waitFor();
    await page.getByRole("region", { name: "EUR", exact: true }).locator("svg").first().waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    // INV-1002 is 56 days past due; INV-1003 and INV-1001 are paid.
    await page.getByRole("button", { name: /^Harbour.*, 31-60: 2,500\.00$/ }).click();
    await atScreen(page, "31-60: Harbour & Quay Shipping Company Ltd");
    await press(page, "INV-1002");
    await until(pane, ({ selection }) => selection === "Invoices!A3");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Back");
    await press(page, "Write to workbook");
    await sees(page, "Aging written: Aging, Aging detail.");
    expect(await sheetsOf(pane)).toEqual(expect.arrayContaining(["Aging", "Aging detail"]));
    expect(await chartsOn(pane, "Aging")).toEqual([["Open by days past due", 5]]);
  });

  it("are reminded of, and the reminders are kept as sent", async () => {
    const { page } = pane;
    await press(page, "Follow-up");
    await page.getByLabel("As of").fill("2026-11-30");
    await press(page, "Prepare reminders");
    // INV-1002 alone is past due and open.
    await page.getByRole("button", { name: /^Harbour.*EUR.2,505\.00.*INV-1002/ }).waitFor();
    await press(page, "Mark as sent");
    await sees(page, "Reminders written: Reminders, Run log.");
  });

  it("are what they were once all is undone", async () => {
    const { page } = pane;
    for (const title of ["Aging", "Cash"]) {
      await press(page, "Undo");
      await sees(page, `${title} written:`);
    }
    await press(page, "Undo");
    await page.getByRole("group", { name: "Last written" }).waitFor({ state: "detached" });
    expect(await contentOf(pane)).toEqual(before);
    // The file and the choice are there again, as they were before they were posted.
    await press(page, "Cash");
    await sees(page, "4 payments are new, 0 known already.");
    await proposal(page, /INV-1003.*chosen/).waitFor();
  });
});

describeInBrowser("what is past due in Excel", () => {
  it("is disputed, reminded of, kept as sent, and written as sheets; all of it undone", async () => {
    const file = receivablesFile();
    const pane = await openInExcel(browser(), { file, width: 320, colorScheme: "dark" });
    const { page } = pane;
    await sees(page, "Invoices");
    const before = await contentOf(pane);
    await openTab(page, "Reconcile");
    await press(page, "Follow-up");
    await atScreen(page, "Follow-up");
    await page.getByLabel("As of").fill("2026-11-30");
    await press(page, "Open dispute");
    await page.getByLabel("Invoice number").fill("INV-1002");
    await page.getByLabel("Reason code").fill("PRICE");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Save dispute");
    await sees(page, "Dispute written: Disputes.");
    await press(page, "Prepare reminders");
    await sees(page, "2 reminders are due on Nov 30, 2026.");
    await page.getByRole("button", { name: /^Harbour.*EUR.14,605\.50/ }).click();
    await sees(page, "Reminder for INV-1001, INV-1003");
    await page.getByRole("button", { name: "Held back: 1 invoice" }).click();
    expect(await screenFaults(pane)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download mail merge")]);
    expect(download.suggestedFilename()).toBe("reminders-2026-11-30.csv");
    await press(page, "Mark as sent");
    await sees(page, "Reminders written: Reminders, Run log.");
    await sees(page, "0 reminders are due");
    await page.getByRole("button", { name: /^INV-1002.*Harbour.*PRICE/ }).click();
    await page.getByLabel("Outcome").selectOption("Withdrawn");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Close dispute");
    await sees(page, "Closing written: Disputes.");
    await press(page, "Statement");
    await sees(page, "Statement written: Statement.");
    await press(page, "Write key figures");
    await sees(page, "Key figures written:");
    expect(await chartsOn(pane, "Key figures")).toEqual([["Days sales outstanding, EUR", 3]]);
    expect(await screenFaults(pane)).toEqual([]);
    for (const title of ["Key figures", "Statement", "Closing", "Reminders", "Dispute"]) {
      await sees(page, `${title} written:`);
      await press(page, "Undo");
      await page.getByText(`${title} written:`).first().waitFor({ state: "detached" });
    }
    expect(await contentOf(pane)).toEqual(before);
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });
});
