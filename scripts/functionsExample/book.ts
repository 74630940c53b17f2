import { cashSheet } from "./sheets/cash";
import { metersSheet } from "./sheets/meters";
import { moneySheet } from "./sheets/money";
import { periodsSheet } from "./sheets/periods";
import { rateUsageSheet } from "./sheets/rateUsage";
import { readMe } from "./sheets/readMe";
import { receivablesSheet } from "./sheets/receivables";
import { writeBook } from "./writeBook";

/** The example workbook of the functions; every call gives the same bytes. */
export function functionsExample(): Promise<Uint8Array> {
  const sheets = [
    rateUsageSheet(),
    metersSheet(),
    periodsSheet(),
    receivablesSheet(),
    cashSheet(),
    moneySheet(),
  ];
  return writeBook([readMe(sheets), ...sheets]);
}
