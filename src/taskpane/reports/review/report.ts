import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const review = declareReport({
  name: "review",
  tab: "review",
  strings,
  leads: true,
  screen: lazy(() => import(/* webpackChunkName: "review" */ "./ReviewScreen")),
});
