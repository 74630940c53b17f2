import "./commands";
import { findOffice } from "./office";

/** Office.onReady never answers in some pages where office.js is only half there. */
const PATIENCE = 4_000;

/** Whether the page is the pane of a workbook, and not opened in a browser by itself. */
async function isInsideExcel(): Promise<boolean> {
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const ready = await Promise.race([findOffice()?.onReady(), tooLate]);
  return ready?.host === "Excel";
}

/** Without React there is only the page to say it. */
function showThatItFailed(error: unknown): void {
  console.error(error);
  document.getElementById("opening")!.hidden = true;
  document.getElementById("failed")!.hidden = false;
  document.getElementById("reload")!.addEventListener("click", () => window.location.reload());
}

async function show(): Promise<void> {
  // The pane is fetched while Office makes up its mind.
  const app = import(/* webpackChunkName: "pane" */ "./app/start");
  const { start } = await app;
  await start(await isInsideExcel());
}

show().catch(showThatItFailed);
