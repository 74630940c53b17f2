import { lazy } from "react";
import { declareStep } from "../../report/report";

export const done = declareStep({
  name: "done",
  steps: ["done"],
  screen: lazy(() => import(/* webpackChunkName: "run" */ "./DoneScreen")),
});
