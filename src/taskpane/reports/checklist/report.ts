import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const checklist = declareReport({
  name: "checklist",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "checklist" */ "./ChecklistScreen")),
});
