import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const whatIf = declareReport({
  name: "whatIf",
  tab: "review",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "whatIf" */ "./WhatIfScreen")),
});
