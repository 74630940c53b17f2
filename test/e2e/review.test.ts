import { readFileSync } from "node:fs";
import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { until, valueAt } from "./support/panes";
import { bill, canDo, doIt, handedOn, lookAt, openOnDesk, reviewFile } from "./support/reviewed";
import { quietFaults, screenFaults as faultsOfScreen } from "./support/screenFaults";
import { openTab, press, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** What is wrong with the screen once the work on it is done. */
async function screenFaults(pane: OfficePage): Promise<string[]> {
  await pane.page.getByRole("progressbar").waitFor({ state: "detached" });
  return faultsOfScreen(pane);
}

/** Ends the work at a desk: the workbook as it is sent on. */
async function sent(pane: OfficePage): Promise<Uint8Array> {
  const bytes = await handedOn(pane);
  expect(await quietFaults(pane)).toEqual([]);
  await pane.close();
  return bytes;
}

describeInBrowser("a workbook that is passed to and fro", () => {
  let drafts: Uint8Array;
  let issued: Uint8Array;
  let head: string;

  it("is prepared by one, sent back by another with a reason, corrected, and approved", async () => {
    const ann = await openOnDesk(browser(), reviewFile());
    await bill(ann, "Ann");
    await lookAt(ann, "Submit", "Ann");
    await sees(ann.page, "2 documents");
    await canDo(ann, "Submit").waitFor();
    expect(await screenFaults(ann)).toEqual([]);
    await doIt(ann, "Submit");
    expect(await valueAt(ann, "Invoices", "B2")).toBe("In review");
    expect(await screenFaults(ann)).toEqual([]);

    const ben = await openOnDesk(browser(), await sent(ann));
    await openTab(ben.page, "Review");
    await ben.page.getByRole("button", { name: /Harbour/ }).click();
    await press(ben.page, "Evidence sheet");
    await sees(ben.page, "Evidence sheet written:");
    await press(ben.page, "Reject");
    await ben.page.getByRole("textbox", { name: "Your name" }).fill("Ben");
    await ben.page.getByRole("textbox", { name: "Reason" }).fill("Price: agreed were 0.60");
    await canDo(ben, "Reject").waitFor();
    expect(await screenFaults(ben)).toEqual([]);
    await doIt(ben, "Reject");
    await press(ben.page, "What changed");
    await sees(ben.page, "Price: agreed were 0.60");
    expect(await screenFaults(ben)).toEqual([]);

    drafts = await sent(ben);
    const again = await openOnDesk(browser(), drafts);
    await again.host((host) => host.user.edit("Prices", "F2", 0.6));
    await bill(again, "Ann");
    await lookAt(again, "Submit", "Ann");
    // The other one is in review already.
    await sees(again.page, "it is In review; submit takes Draft");
    await doIt(again, "Submit");

    const last = await openOnDesk(browser(), await sent(again));
    await lookAt(last, "Approve", "Ann");
    await sees(last.page, "Policy does not name Ann as approver");
    await last.page.getByRole("textbox", { name: "Your name" }).fill("Cleo");
    await sees(last.page, "EUR 268.80");
    await doIt(last, "Approve");
    await lookAt(last, "Issue", "Cleo");
    await sees(last.page, /→ INV-/);
    await doIt(last, "Issue");
    expect(await valueAt(last, "Invoices", "B2")).toBe("Issued");
    await press(last.page, "Verify workbook");
    await sees(last.page, "2 passed, 0 failed");
    head = await last.page.locator("code").innerText();
    expect(await screenFaults(last)).toEqual([]);
    issued = await sent(last);
  });

  it("tells who opens it what was edited, puts it back, and proves it against the noted head", async () => {
    const pane = await openOnDesk(browser(), issued);
    const { page } = pane;
    const lines = (await valueAt(pane, "Invoice lines", "A1")) as string;
    expect(lines).toBe("Invoice number");
    const amount = await pane.host(({ book }) => {
      const { grid } = book.sheet("Invoice lines");
      const titles = Array.from({ length: 26 }, (_, column) => String(grid.at(0, column)?.value ?? ""));
      return `${String.fromCharCode(65 + titles.indexOf("Amount"))}2`;
    });
    await pane.host((host, address) => host.user.edit("Invoice lines", address, 1), amount);
    const bar = page.getByRole("group", { name: "Issued invoice changed" });
    await bar.waitFor();
    expect(await screenFaults(pane)).toEqual([]);
    await bar.getByRole("button", { name: `'Invoice lines'!${amount}` }).click();
    await until(pane, ({ selection }) => selection.startsWith("Invoice lines!"));
    await press(page, "Restore");
    await bar.waitFor({ state: "detached" });
    expect(await valueAt(pane, "Invoice lines", amount)).toBe(144);
    await openTab(page, "Review");
    await press(page, "Verify workbook");
    await page.getByRole("textbox", { name: "Head hash" }).fill(head);
    await press(page, "Verify again");
    await sees(page, "2 passed, 0 failed");
    await pane.host((host) => host.user.edit("Usage", "D2", 999));
    await press(page, "Verify again");
    await sees(page, "1 passed, 1 failed");
    await page.getByRole("button", { name: /FAIL/ }).click();
    await page
      .getByRole("button", { name: "Usage!D2" })
      .first()
      .click()
      .catch(() => undefined);
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Compare workbooks");
    const before = { name: "drafts.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(drafts) };
    await page.getByLabel("Other workbook").setInputFiles(before);
    await sees(page, "Total in drafts.xlsx");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "What if");
    await page.getByRole("slider", { name: "Change" }).press("ArrowRight");
    await sees(page, "1 more");
    expect(await screenFaults(pane)).toEqual([]);
    await sent(pane);
  });

  it("leaves the house as a copy without names, and is closed", async () => {
    const pane = await openOnDesk(browser(), issued);
    const { page } = pane;
    await openTab(page, "More");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Share a copy");
    await sees(page, "Customers: Email");
    expect(await screenFaults(pane)).toEqual([]);
    const [copy] = await Promise.all([page.waitForEvent("download"), press(page, "Share a copy")]);
    expect(copy.suggestedFilename()).toMatch(/-copy\.xlsx$/);
    expect(readFileSync(await copy.path()).length).toBeGreaterThan(5000);
    await press(page, "Back");
    await press(page, "Freeze formulas");
    await page.getByRole("textbox", { name: "Your name" }).fill("Cleo");
    expect(await screenFaults(pane)).toEqual([]);
    const [frozen] = await Promise.all([page.waitForEvent("download"), press(page, "Freeze formulas")]);
    expect(frozen.suggestedFilename()).toMatch(/-frozen\.xlsx$/);
    await press(page, "Back");
    await press(page, "Card numbers");
    await sees(page, "No payment card number was found.");
    await press(page, "Back");
    await press(page, "Checklist");
    await sees(page, "Nothing keeps this period open.");
    expect(await screenFaults(pane)).toEqual([]);
    await press(page, "Close period");
    await sees(page, "Closed by Cleo");
    await press(page, "Back");
    await press(page, "Error register");
    await page.getByRole("button", { name: /DRAFT-K1/ }).click();
    expect(await screenFaults(pane)).toEqual([]);
    await sent(pane);
  });
});
