import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const exporting = declareReport({
  name: "exporting",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "exchange" */ "./ExportScreen")),
});
