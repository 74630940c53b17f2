import { lazy } from "react";
import { declareStep } from "../../report/report";

export const preview = declareStep({
  name: "preview",
  steps: ["previewed"],
  screen: lazy(() => import(/* webpackChunkName: "run" */ "./PreviewScreen")),
});
