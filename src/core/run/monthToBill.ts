import { monthsBetween } from "../calendar/day";
import { contains, formatPeriod, type Period } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import { contractOfRows, type UsageOfContracts } from "../metering/contractOfRows";
import { monthsOfUsage, type MonthOfUsage } from "../metering/monthsOfUsage";
import { usageDays } from "../metering/usageDays";
import { cellOf } from "../schema/readRecords";

/** Whether no row of a month is usage of a contract in its days: each of them is an error of its own. */
export function isOutside({ period, firstRow }: MonthOfUsage, usage: UsageOfContracts): boolean {
  const bound = usage.usageBound!;
  const dayAt = usageDays(bound);
  const contractOf = contractOfRows(bound, usage);
  for (let row = firstRow; row <= bound.lastRow; row++) {
    const day = dayAt(row);
    if (day === undefined || !contains(period, day)) continue;
    const contract = contractOf(row, day);
    if (contract && contains(contract.service, day)) return false;
  }
  return true;
}

/** Rows of a month as a sentence names them: this row, 3 rows. */
export const rowsOfMonth = ({ rows }: MonthOfUsage): string =>
  rows === 1 ? "this row" : `${String(rows)} rows`;

/** More months than these without usage are no pause. */
const LONGEST_PAUSE = 12;

/**
 * The month of the latest usage, which a run without a period bills. Rows that are nobody's usage do not decide it; a few
 * rows far behind all others are told, and where a year or more lies between it is not guessed: undefined.
 */
export function monthToBill(
  inputs: UsageOfContracts,
  report: Report,
  months: readonly MonthOfUsage[] = monthsOfUsage(inputs.usageBound),
): Period | undefined {
  for (const [index, latest] of months.entries()) {
    const before = months[index + 1];
    if (!before) return latest.period;
    const pause = monthsBetween(before.period.from, latest.period.from);
    const isFar = pause > LONGEST_PAUSE && latest.rows <= before.rows;
    if (!isFar && latest.rows * 2 > before.rows) return latest.period;
    if (isOutside(latest, inputs)) continue;
    if (pause > 1) {
      const words = {
        before: formatPeriod(before.period),
        rows: rowsOfMonth(latest),
        so: isFar ? "so it is not known which to bill" : "and it is billed",
      };
      const at = cellOf(inputs.usageBound!, latest.firstRow, "date");
      const value = formatPeriod(latest.period);
      report(makeIssue("PERIOD_IN_DOUBT", { at, value, words, severity: isFar ? "error" : "warning" }));
    }
    return isFar ? undefined : latest.period;
  }
  return undefined;
}
