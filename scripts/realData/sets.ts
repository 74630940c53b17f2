import type { RealBook } from "./book";
import { evChargingBooks } from "./evCharging";
import { focusCloudCostBooks } from "./focusCloudCost";
import { ibmReceivablesBooks } from "./ibmReceivables";
import { llmPricesBooks } from "./llmPrices";
import { nem12MetersBooks } from "./nem12Meters";
import { onlineRetailBooks } from "./onlineRetail";

/** What turns each data set into workbooks, by the name of its folder. */
export const realDataSets = {
  "ev-charging-sessions": evChargingBooks,
  "focus-cloud-cost": focusCloudCostBooks,
  "ibm-accounts-receivable": ibmReceivablesBooks,
  "llm-published-prices": llmPricesBooks,
  "nem12-interval-meters": nem12MetersBooks,
  "online-retail-de-nl": onlineRetailBooks,
} as const satisfies Readonly<Record<string, (folder: string) => RealBook[]>>;

export type RealDataSet = keyof typeof realDataSets;
export const realDataSetNames = Object.keys(realDataSets) as RealDataSet[];
