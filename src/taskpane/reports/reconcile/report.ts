import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const reconcile = declareReport({
  name: "reconcile",
  tab: "reconcile",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "reconcile" */ "./ReconcileScreen")),
});
