import { lazy } from "react";
import { declareStep } from "../../report/report";

export const mapping = declareStep({
  name: "mapping",
  steps: ["mapping"],
  screen: lazy(() => import(/* webpackChunkName: "run" */ "./MappingScreen")),
});
