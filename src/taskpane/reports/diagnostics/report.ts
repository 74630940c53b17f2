import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const diagnostics = declareReport({
  name: "diagnostics",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "more" */ "./DiagnosticsScreen")),
});
