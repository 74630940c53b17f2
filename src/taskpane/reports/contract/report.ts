import { lazy } from "react";
import { declareReport } from "../../report/report";
import { strings } from "./strings";

export const contract = declareReport({
  name: "contract",
  tab: "more",
  strings,
  screen: lazy(() => import(/* webpackChunkName: "contract" */ "./ContractScreen")),
});
