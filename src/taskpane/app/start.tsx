import { createRoot } from "react-dom/client";
import { loadLanguage } from "../languages/languages";
import { findOffice } from "../office";
import { openers } from "./openWorkbook";
import { Page } from "./Page";
import { Pane } from "./Pane";

/** Puts the pane in the place of the painted shell. */
export async function start(isInExcel: boolean): Promise<void> {
  const asked = findOffice()?.context?.displayLanguage ?? navigator.language;
  const [{ tag, translate }, content] = await Promise.all([
    loadLanguage(asked),
    isInExcel ? openers.inExcel().then((services) => <Pane services={services} />) : standAlone(),
  ]);
  document.documentElement.lang = tag;
  createRoot(document.getElementById("app")!).render(<Page translate={translate}>{content}</Page>);
}

/** Beside Excel only what Excel needs is loaded. */
async function standAlone() {
  const { StandAlone } = await import(/* webpackChunkName: "stand-alone" */ "./StandAlone");
  return <StandAlone openers={openers} />;
}
