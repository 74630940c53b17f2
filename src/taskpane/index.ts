import "./commands";
import { startFunctionList } from "./functionList";
import { findOffice } from "./office";
import { listenForViews } from "./view";

/** Whether the page is the pane of a workbook, and not opened in a browser by itself. */
async function isInsideExcel(): Promise<boolean> {
  return ((await findOffice()?.onReady())?.host ?? null) !== null;
}

async function noteWhereItRuns(): Promise<void> {
  document.getElementById("outside")!.hidden = await isInsideExcel();
}

listenForViews();
document.getElementById("retry")!.addEventListener("click", () => void startFunctionList());
void startFunctionList();
void noteWhereItRuns();
