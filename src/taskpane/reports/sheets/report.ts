import { declareStep } from "../../report/report";
import { SheetsScreen } from "./SheetsScreen";

// The first screen: it is not fetched apart, so that the pane opens sooner.
export const sheets = declareStep({ name: "sheets", steps: ["idle", "sheets"], screen: SheetsScreen });
