import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const cash = declareReport({
  name: "cash",
  tab: "reconcile",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "cash" */ "./CashScreen")),
});
