import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const help = declareReport({
  name: "help",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "more" */ "./HelpScreen")),
});
