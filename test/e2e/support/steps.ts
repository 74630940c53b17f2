import type { Locator, Page } from "playwright-core";

/** What a person does in the pane, by the names that the pane promises to keep. */

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

export const press = (page: Page, name: string): Promise<void> => button(page, name).click();

export const openTab = (page: Page, name: string): Promise<void> =>
  page.getByRole("tab", { name, exact: true }).click();

/** Waits until a screen is there, by its title. */
export const atScreen = (page: Page, title: string): Promise<void> =>
  page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();

/** Waits until a text is somewhere on the page. */
export const sees = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** The message bar at the top of the view, once it says something. */
export async function message(page: Page): Promise<string> {
  const bar = page.locator(".fui-MessageBar").first();
  await bar.waitFor();
  return bar.innerText();
}

const stepsOfRun = [
  ["Check", "Check"],
  ["Preview invoices", "Preview"],
  ["Write invoices", "Done"],
] as const;

/** Goes on with a run from its sheets to one of its screens. */
export async function runTo(page: Page, goal: "Check" | "Preview" | "Done"): Promise<void> {
  for (const [name, screen] of stepsOfRun) {
    await press(page, name);
    await atScreen(page, screen);
    if (screen === goal) return;
  }
}
