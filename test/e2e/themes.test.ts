import { browserForTests } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { openInExcel } from "./support/panes";
import { accessibilityFaults, quietFaults } from "./support/screenFaults";
import { atScreen } from "./support/steps";
import { tour } from "./support/tour";

const { describeInBrowser, browser } = browserForTests();

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
      const faults: Record<string, string[]> = {};
      // What stands on a screen is the same in both; its colours are not.
      const rules = colorScheme === "dark" ? "contrast" : "all";
      await tour(pane, async (name) => void (faults[name] = await accessibilityFaults(page, rules)));
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
    await tour(pane, async () => void faults.push(...(await accessibilityFaults(page))));
    expect(faults).toEqual([]);
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });
});
