import type { OfficePage } from "../../../simulatedExcel/browser";
import { bankFile, dropBankFile } from "./receivables";
import { atScreen, openTab, press, sees } from "./steps";

/** The screens about what is owed, one after the other, each handed over when it is drawn. */
export async function receivablesTour(
  { page }: OfficePage,
  onDrawn: (name: string) => Promise<void>,
): Promise<void> {
  const onScreen = async (name: string) => {
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    await onDrawn(name);
  };
  await openTab(page, "Reconcile");
  await press(page, "Cash");
  await dropBankFile(page, "november.csv", bankFile);
  await sees(page, "4 payments are new");
  await press(page, "Accept high");
  await onScreen("Cash");
  await page.getByRole("button", { name: /EUR.2,500\.00/ }).click();
  await page.getByRole("checkbox", { name: "INV-1003" }).check();
  await onScreen("Cash: a payment");
  await press(page, "Use these");
  await press(page, "Back");
  await press(page, "Post selected");
  await sees(page, "Cash written:");
  await press(page, "Aging");
  await atScreen(page, "Aging");
  await page.getByLabel("As of").fill("2026-11-30");
  await press(page, "Show aging");
  await page.getByRole("region", { name: "EUR", exact: true }).locator("svg").first().waitFor();
  await onScreen("Aging");
  await press(page, "Follow-up");
  await page.getByLabel("As of").fill("2026-11-30");
  await press(page, "Prepare reminders");
  await page
    .getByRole("button", { name: /Level 1/ })
    .first()
    .click();
  await onScreen("Follow-up");
}
