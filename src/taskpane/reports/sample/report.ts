import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const sample = declareReport({
  name: "sample",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "more" */ "./SampleScreen")),
});
