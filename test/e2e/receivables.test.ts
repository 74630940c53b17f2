import type { Page } from "playwright-core";
import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { openInExcel, contentOf, sheetsOf, until, valueAt } from "./support/panes";
import { bankFile, receivablesFile } from "./support/receivables";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, openTab, press, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** Lets go of a bank's file over the place for it. */
async function dropBankFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content!], fileName!));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("[data-drop=bank]", "drop", { dataTransfer: transfer });
}

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
    await sees(page, "INV-1002, INV-1003");
    await press(page, "Change match");
    await page.getByRole("checkbox", { name: "INV-1003" }).check();
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Use these");
    await sees(page, "chosen by you");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Back");
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
  });

  it("are what they were once all is undone", async () => {
    const { page } = pane;
    await press(page, "Undo");
    await sees(page, "Cash written:");
    await press(page, "Undo");
    await page.getByRole("group", { name: "Last written" }).waitFor({ state: "detached" });
    expect(await contentOf(pane)).toEqual(before);
    // The file and the choice are there again, as they were before they were posted.
    await press(page, "Cash");
    await sees(page, "4 payments are new, 0 known already.");
    await proposal(page, /INV-1003.*chosen/).waitFor();
  });
});
