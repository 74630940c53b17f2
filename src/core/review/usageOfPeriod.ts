import { contains, type Period } from "../calendar/period";
import { quantityOf } from "../metering/readings";
import { RowState } from "../metering/usage";
import { hashOfTexts, UNIT_SEPARATOR } from "../schema/rowHash";
import { momentText } from "../schema/valueText";
import type { ReviewBook } from "./seal/reviewBook";

/** The usage of some days: how many rows, and a hash that no order of rows changes. */
export interface UsageOfPeriod {
  readonly rows: number;
  readonly hash: string;
}

/** All rows of Usage dated in a period, as closing keeps them. */
export function usageOfPeriod(
  { metered, catalog, sha256 }: Pick<ReviewBook, "metered" | "catalog" | "sha256">,
  period: Period,
): UsageOfPeriod {
  const texts: string[] = [];
  const usage = metered?.usage;
  for (let row = 0; usage && row < usage.rowCount; row++) {
    const moment = usage.moments[row]!;
    const day = Math.floor(moment);
    if (usage.state[row] === RowState.blank || !contains(period, day)) continue;
    const contract = catalog.contracts[usage.contractOf[row]!]?.contractId ?? "";
    const meter = usage.meterNames[usage.meterOf[row]!] ?? "";
    const when = momentText({ day, time: moment - day });
    texts.push([contract, meter, when, quantityOf(usage, row).toFixed()].join(UNIT_SEPARATOR));
  }
  return { rows: texts.length, hash: hashOfTexts(texts.sort(), sha256) };
}
