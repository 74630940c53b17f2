import { monthsBetween } from "../calendar/day";
import { formatPeriod, type Period } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import type { UsageOfContracts } from "../metering/contractOfRows";
import { monthsOfUsage } from "../metering/monthsOfUsage";
import { cellOf } from "../schema/readRecords";
import { isOutside, rowsOfMonth } from "./monthToBill";

/** Usage that comes so many months behind all other is most likely of another year than its date says. */
const YEAR = 12;

/**
 * Names usage that is dated long after the month that is billed and after all other usage, a year or more, or a few rows behind a
 * pause: 2027-10-09 typed for 2026-10-09 would be billed by no run of the year.
 */
export function reportUsageAhead(inputs: UsageOfContracts, billed: Period, report: Report): void {
  const months = monthsOfUsage(inputs.usageBound);
  for (const [index, month] of months.entries()) {
    if (month.period.from <= billed.to) return;
    const before = months[index + 1];
    const isBehindBilled = !before || before.period.from < billed.from;
    const pause = monthsBetween((isBehindBilled ? billed : before.period).from, month.period.from);
    const isFew = before !== undefined && month.rows * 2 <= before.rows;
    if (pause < YEAR && !(pause > 1 && isFew)) continue;
    if (isOutside(month, inputs)) continue;
    const words = { rows: rowsOfMonth(month), months: String(pause), period: formatPeriod(billed) };
    const at = cellOf(inputs.usageBound!, month.firstRow, "date");
    report(makeIssue("USAGE_DATED_AHEAD", { at, value: formatPeriod(month.period), words }));
  }
}
