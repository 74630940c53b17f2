import type { OfficePage } from "../../../simulatedExcel/browser";
import { bill, canDo, doIt, handedOn, lookAt, teachFormulas } from "./reviewed";
import { press, sees } from "./steps";

/** The screens of review, one after the other, each handed over when it is drawn. */
export async function reviewTour(pane: OfficePage, onDrawn: (name: string) => Promise<void>): Promise<void> {
  const { page } = pane;
  const onScreen = async (name: string) => {
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    await onDrawn(name);
  };
  await teachFormulas(pane);
  // What was sent out before prices and usage were corrected.
  await pane.host((host) => {
    host.user.edit("Prices", "F2", 0.4);
    host.user.edit("Usage", "D2", 180);
  });
  await bill(pane, "Ann");
  const drafts = await handedOn(pane);
  await press(page, "Undo this run");
  await sees(page, "Contracts");
  await pane.host((host) => {
    host.user.edit("Prices", "F2", 0.5);
    host.user.edit("Usage", "D2", 200);
  });
  await bill(pane, "Ann");
  await lookAt(pane, "Submit", "Ann");
  await doIt(pane, "Submit");
  await press(page, "Select all shown");
  await onScreen("Review");
  await lookAt(pane, "Approve", "Ann");
  await sees(page, "Policy does not name Ann");
  await onScreen("Approve: refused");
  await page.getByRole("textbox", { name: "Your name" }).fill("Cleo");
  await canDo(pane, "Approve").waitFor();
  await onScreen("Approve");
  await doIt(pane, "Approve");
  await lookAt(pane, "Issue", "Cleo");
  await doIt(pane, "Issue");
  await pane.host((host) => {
    host.user.edit("Usage", "D2", 250);
    host.user.edit("Invoices", "C2", "Credit note");
  });
  await page.getByRole("group", { name: "Issued invoice changed" }).waitFor();
  await onScreen("Issued invoice changed");
  await press(page, "Restore");
  await sees(page, "Restore written");
  await press(page, "Verify workbook");
  await page.getByRole("button", { name: /FAIL/ }).click();
  await onScreen("Verify workbook");
  await pane.host((host) => {
    host.user.edit("Usage", "D2", 200);
  });
  await press(page, "Compare workbooks");
  const before = { name: "drafts.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(drafts) };
  await page.getByLabel("Other workbook").setInputFiles(before);
  await sees(page, "Documents that differ");
  await onScreen("Compare workbooks");
  await press(page, "What if");
  await page.getByRole("slider", { name: "Change" }).fill("12");
  await sees(page, "0 customers would pay less, 1 more");
  await onScreen("What if");
}
