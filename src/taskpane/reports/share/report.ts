import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const share = declareReport({
  name: "share",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "share" */ "./ShareScreen")),
});
