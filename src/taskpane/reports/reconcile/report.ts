import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const reconcile = declareReport({
  name: "reconcile",
  tab: "reconcile",
  strings,
  leads: true,
  screen: lazy(() => import(/* webpackChunkName: "reconcile" */ "./ReconcileScreen")),
});
