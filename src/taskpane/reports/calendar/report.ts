import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const calendar = declareReport({
  name: "calendar",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "calendar" */ "./CalendarScreen")),
});
