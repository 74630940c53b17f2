import type { Page } from "playwright-core";
import { browserForTests } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { openInExcel, sheetsOf } from "./support/panes";
import { quietFaults } from "./support/screenFaults";
import { atScreen, button, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** Runs in the page: name of what has the focus, and whether a ring can be seen on it or in it. */
function focusNow(): { readonly name: string; readonly isLost: boolean; readonly hasRing: boolean } {
  const focused = document.activeElement;
  const isLost = focused === null || focused === document.body;
  const name = focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
  const hasLine = (of: string | null) => {
    if (focused === null) return false;
    const look = getComputedStyle(focused, of);
    // Links are underlined twice.
    if (look.textDecorationStyle === "double") return true;
    return look.outlineStyle !== "none" && look.outlineWidth !== "0px";
  };
  // Fields draw a line below themselves or round the box that holds them.
  const isField = focused?.matches("input, select, textarea") ?? false;
  return { name: name.trim(), isLost, hasRing: isField || hasLine(null) || hasLine("::after") };
}

/** Presses Tab until what has the focus bears the name; fails where the focus is lost or cannot be seen. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focusNow);
    if (!focus.isLost && !focus.hasRing) throw new Error(`no ring on ${focus.name}`);
    if (typeof name === "string" ? focus.name === name : name.test(focus.name)) return;
    passed.push(focus.name);
  }
  throw new Error(`no stop is called ${String(name)}: ${passed.join(" | ")}`);
}

/** What has the focus after a change of the screen; never the page as a whole. */
async function focusAt(page: Page, screen: string): Promise<string> {
  await atScreen(page, screen);
  await page.waitForFunction(() => document.activeElement !== document.body);
  return (await page.evaluate(focusNow)).name;
}

describeInBrowser("the pane by the keyboard alone", () => {
  it("goes from an empty workbook to written invoices, undoes them, and keeps the focus on each screen", async () => {
    const pane = await openInExcel(browser());
    const { page } = pane;
    await button(page, "Insert sample").waitFor();
    await tabTo(page, "Insert sample");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Sheets")).toBe("Sheets");
    await tabTo(page, "Map columns");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Map columns")).toBe("Map columns");
    await tabTo(page, "Save mapping");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Sheets")).toBe("Sheets");
    await tabTo(page, "Check");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Check")).toBe("Check");
    await tabTo(page, "Preview invoices");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Preview")).toBe("Preview");
    await tabTo(page, "Write invoices");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "Done")).toBe("Done");
    expect(await sheetsOf(pane)).toContain("Run log");
    await tabTo(page, "Undo this run");
    await page.keyboard.press("Space");
    expect(await focusAt(page, "Sheets")).toBe("Sheets");
    expect(await sheetsOf(pane)).not.toContain("Run log");
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it("moves through tabs, the list of invoices and an explanation with arrows and Enter", async () => {
    const pane = await openInExcel(browser(), { file: sampleFile() });
    const { page } = pane;
    await atScreen(page, "Sheets");
    await tabTo(page, "Bill");
    await page.keyboard.press("ArrowRight");
    await sees(page, "4 invoices");
    expect((await page.evaluate(focusNow)).name).toBe("Review");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2026");
    // The first row of the list.
    await tabTo(page, /(?:Ltd|GmbH)/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect((await page.evaluate(focusNow)).name).toContain("Osprey Foods Ltd");
    await page.keyboard.press("Enter");
    expect(await focusAt(page, "INV-2026-0003")).toBe("INV-2026-0003");
    await tabTo(page, "Explain");
    await page.keyboard.press("Enter");
    await sees(page, "Show usage rows");
    await page.keyboard.press("Shift+Tab");
    expect((await page.evaluate(focusNow)).name).toBe("Back");
    await page.keyboard.press("Enter");
    await atScreen(page, "Review");
    // Back at the row that was left, not at the top of thousands: the list comes after its title.
    await page.waitForFunction(() => !["BODY", "H2"].includes(document.activeElement!.tagName));
    expect(await focusAt(page, "Review")).toContain("Osprey Foods Ltd");
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });
});
