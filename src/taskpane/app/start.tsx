import { createRoot } from "react-dom/client";
import { openers } from "./openWorkbook";
import { Page } from "./Page";
import { Pane } from "./Pane";

/** Puts the pane in the place of the painted shell. */
export async function start(isInExcel: boolean): Promise<void> {
  const content = isInExcel ? <Pane services={await openers.inExcel()} /> : await standAlone();
  createRoot(document.getElementById("app")!).render(<Page>{content}</Page>);
}

/** Beside Excel only what Excel needs is loaded. */
async function standAlone() {
  const { StandAlone } = await import(/* webpackChunkName: "stand-alone" */ "./StandAlone");
  return <StandAlone openers={openers} />;
}
