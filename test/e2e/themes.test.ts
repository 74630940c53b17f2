import type { Page } from "playwright-core";
import { browserForTests } from "../officeHost/browser/browserForTests";
import { sampleFile } from "./support/books";
import { openInExcel } from "./support/panes";
import { accessibilityFaults, quietFaults } from "./support/screenFaults";
import { atScreen, openTab, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** The screens of a run and of the other tabs, one after the other. */
async function visit(page: Page, onScreen: (name: string) => Promise<void>): Promise<void> {
  for (const screen of ["Check", "Preview", "Done"] as const) {
    await (screen === "Check"
      ? runTo(page, "Check")
      : press(page, screen === "Preview" ? "Preview invoices" : "Write invoices"));
    await atScreen(page, screen);
    await onScreen(screen);
  }
  await openTab(page, "Review");
  await page.getByRole("button", { name: /Redwing Clinics Ltd/ }).click();
  await page.getByRole("button", { name: "Explain" }).first().click();
  await sees(page, "Rounding");
  await onScreen("Invoice");
  await openTab(page, "Reconcile");
  await press(page, "Run reconciliation");
  await page.getByRole("region", { name: "GBP" }).locator("svg").first().waitFor();
  await onScreen("Reconcile");
  await openTab(page, "More");
  await press(page, "Functions");
  await sees(page, "23 functions");
  await onScreen("Functions");
}

/** Runs in the page: the line below the selected tab and the ring of what has the focus, each with its colour. */
function linesOfTabs() {
  const selected = document.querySelector(`[role="tab"][aria-selected="true"]`)!;
  const other = document.querySelector(`[role="tab"][aria-selected="false"]`)!;
  const line = (tab: Element) => {
    const { content, borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(
      tab,
      "::after",
    );
    return content === "none" ? "none" : `${borderBottomWidth} ${borderBottomStyle} ${borderBottomColor}`;
  };
  const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement!);
  return {
    selected: line(selected),
    other: line(other),
    ring: `${outlineStyle} ${outlineColor}`,
    page: getComputedStyle(document.body).backgroundColor,
  };
}

describeInBrowser("the themes of the pane", () => {
  it.each(["light", "dark"] as const)(
    "%s has the contrast that axe asks for on every screen",
    async (colorScheme) => {
      const pane = await openInExcel(browser(), { file: sampleFile(), colorScheme });
      const { page } = pane;
      await atScreen(page, "Sheets");
      const background = await page.evaluate(
        () => getComputedStyle(document.querySelector(".fui-FluentProvider")!).backgroundColor,
      );
      expect(background).toBe(colorScheme === "dark" ? "rgb(41, 41, 41)" : "rgb(255, 255, 255)");
      const faults: Record<string, string[]> = { Sheets: await accessibilityFaults(page) };
      await visit(page, async (name) => void (faults[name] = await accessibilityFaults(page)));
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
      expect(await quietFaults(pane)).toEqual([]);
      await pane.close();
    },
  );

  it("forced colours show the selected tab and the focus by lines, not by background", async () => {
    const pane = await openInExcel(browser(), { file: sampleFile(), forcedColors: "active" });
    const { page } = pane;
    await atScreen(page, "Sheets");
    await page.keyboard.press("Tab");
    const { selected, other, ring, page: background } = await page.evaluate(linesOfTabs);
    expect(selected).toMatch(/^3px solid /);
    expect(other).toBe("none");
    expect(ring).toMatch(/^solid /);
    for (const line of [selected, ring]) expect(line).not.toContain(background);
    const faults: string[] = [];
    await visit(page, async () => void faults.push(...(await accessibilityFaults(page))));
    expect(faults).toEqual([]);
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });
});
