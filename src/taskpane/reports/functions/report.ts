import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const functions = declareReport({
  name: "functions",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "more" */ "./FunctionsScreen")),
});
