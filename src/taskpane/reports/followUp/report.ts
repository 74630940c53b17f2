import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const followUp = declareReport({
  name: "followUp",
  tab: "reconcile",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "followUp" */ "./FollowUpScreen")),
});
