import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const settings = declareReport({
  name: "settings",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "more" */ "./SettingsScreen")),
});
