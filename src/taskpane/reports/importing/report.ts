import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const importing = declareReport({
  name: "importing",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "exchange" */ "./ImportScreen")),
});
