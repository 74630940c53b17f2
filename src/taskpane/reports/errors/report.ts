import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const errors = declareReport({
  name: "errors",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "errors" */ "./ErrorsScreen")),
});
