import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const compare = declareReport({
  name: "compare",
  tab: "review",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "compare" */ "./CompareScreen")),
});
