import { LAST_DAY } from "../../calendar/day";
import { coveringPeriod, type Period } from "../../calendar/period";
import type { Invoice } from "../../invoicing/invoice";
import { billsService } from "../../documents/lineKinds";

/**
 * The days that a document's lines serve, from the first to the last: those of a contract that starts on 18 October
 * are 18 to 31 October, whatever the run's month. Late usage, adjustments and fees without an end have their own days.
 * Undefined for a document of nothing but these.
 */
export function servicePeriodOf({ lines }: Invoice): Period | undefined {
  const served = lines.filter((line) => billsService(line) && !line.item?.late && line.period.to < LAST_DAY);
  return served.length === 0 ? undefined : coveringPeriod(served.map(({ period }) => period));
}
