import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const documents = declareReport({
  name: "documents",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "exchange" */ "./DocumentsScreen")),
});
