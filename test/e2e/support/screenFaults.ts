import axe from "axe-core";
import type { Page } from "playwright-core";
import type { OfficePage, SitePage } from "../../../simulatedExcel/browser";

/** The narrowest pane, a page of 640 px at 200 % zoom, and the pane of Excel at 200 % zoom. */
const sizes = [
  { width: 320, height: 700 },
  { width: 320, height: 350 },
  { width: 175, height: 350 },
] as const;

/** Runs in the page: waits until nothing fades from one colour to another, such as a button that can be pressed again. */
async function colourSettled(): Promise<void> {
  const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(fading.map(({ finished }) => finished));
}

/** Whether all rules of axe are asked, or that of contrast alone, where another theme shows the same elements. */
export type AxeRules = "all" | "contrast";

/** What axe finds on the page as it is; Fluent's focus guards are no content. */
export async function accessibilityFaults(page: Page, rules: AxeRules = "all"): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  await page.evaluate(colourSettled);
  const only = rules === "all" ? "" : `, runOnly: ["color-contrast"]`;
  const run = `axe.run({ exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"]${only} })`;
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    run,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Runs in the page: where something is wider than what shows it. */
function tooWide(): string[] {
  const scrollers = [document.documentElement, ...document.querySelectorAll("[data-scrolls]")];
  return scrollers
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ tagName, scrollWidth, clientWidth }) => {
      const wide = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      const names = wide.slice(-3).map((element) => `${element.tagName} ${element.textContent.slice(0, 30)}`);
      return `${innerWidth} px: ${tagName} has ${scrollWidth} in ${clientWidth}: ${names.join(", ")}`;
    });
}

async function overflows(page: Page): Promise<string[]> {
  const size = page.viewportSize()!;
  const found: string[] = [];
  for (const narrow of sizes) {
    await page.setViewportSize(narrow);
    found.push(...(await page.evaluate(tooWide)));
  }
  await page.setViewportSize(size);
  return found;
}

/** What is wrong with the screen that is shown: for axe, and at the widths and zoom that it must bear. */
export async function screenFaults({ page }: SitePage): Promise<string[]> {
  return [...(await accessibilityFaults(page)), ...(await overflows(page))];
}

/** What went wrong behind the screens: errors of the page, what it asked of the web, what the host does not know. */
export async function quietFaults(pane: SitePage | OfficePage): Promise<readonly string[]> {
  const behind =
    "host" in pane ? await pane.host(({ unimplemented, faults }) => [...unimplemented, ...faults]) : [];
  return [...pane.errors, ...pane.refused, ...behind];
}
