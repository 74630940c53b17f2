import type { OfficePage } from "../../../simulatedExcel/browser";
import { letGo, writeHalfWay } from "./panes";
import { atScreen, button, openTab, press, sees } from "./steps";

/** The screens of the pane over the sample, one after the other, each handed over when it is drawn. */
export async function tour(pane: OfficePage, onScreen: (name: string) => Promise<void>): Promise<void> {
  const { page } = pane;
  const at = async (screen: string, name = screen) => {
    await atScreen(page, screen);
    await onScreen(name);
  };
  await at("Sheets");
  await press(page, "Map columns");
  await page.getByLabel("Table").selectOption("Usage");
  await sees(page, "23 good · 1 not readable");
  await at("Map columns");
  await press(page, "Back");
  await press(page, "Check");
  await at("Check");
  await press(page, "Preview invoices");
  await at("Preview");
  await writeHalfWay(pane);
  await sees(page, "Writing invoice sheets");
  await at("Writing");
  await letGo(pane);
  await at("Done");
  await openTab(page, "Review");
  await page.getByRole("button", { name: /Redwing Clinics Ltd/ }).click();
  await page.getByRole("button", { name: "Explain", description: "API calls" }).click();
  await button(page, "Show usage rows").waitFor();
  await onScreen("Review");
  await openTab(page, "Reconcile");
  await press(page, "Run reconciliation");
  await page.getByRole("region", { name: "GBP" }).locator("svg").first().waitFor();
  await page.getByRole("button", { name: /Usage to invoice/ }).click();
  await at("Reconcile");
  await openTab(page, "More");
  await at("More");
  await press(page, "Functions");
  await page.getByLabel("Find a function").fill("rate usage");
  await page.getByRole("button", { name: /^RATE_USAGE/ }).click();
  await at("Functions");
}
