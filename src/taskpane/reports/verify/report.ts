import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const verify = declareReport({
  name: "verify",
  tab: "review",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "verify" */ "./VerifyScreen")),
});
