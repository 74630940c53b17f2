import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const freeze = declareReport({
  name: "freeze",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "freeze" */ "./FreezeScreen")),
});
