import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const aging = declareReport({
  name: "aging",
  tab: "reconcile",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "aging" */ "./AgingScreen")),
});
