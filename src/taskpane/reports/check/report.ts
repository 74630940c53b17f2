import { lazy } from "react";
import { declareStep } from "../../report/report";

export const check = declareStep({
  name: "check",
  steps: ["checked"],
  screen: lazy(() => import(/* webpackChunkName: "run" */ "./CheckScreen")),
});
