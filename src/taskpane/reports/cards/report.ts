import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const cards = declareReport({
  name: "cards",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "cards" */ "./CardsScreen")),
});
