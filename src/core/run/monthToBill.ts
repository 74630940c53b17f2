import { knownValue } from "../base/knownValue";
import type { Catalog } from "../catalog/records";
import { civilOf } from "../calendar/day";
import { contains, formatPeriod, monthOf, type Period } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import { ContractFinder } from "../metering/assignContract";
import type { UsageTable } from "../metering/bindUsage";
import type { Meters } from "../metering/meters";
import { textCodes } from "../metering/textCodes";
import { usageDays } from "../metering/usageDays";
import { cellOf } from "../schema/readRecords";

/** What says of a row of usage when it was and whose it is. */
interface UsageOf {
  readonly usageBound: UsageTable | undefined;
  readonly catalog: Catalog;
  readonly meters: Meters;
}

interface MonthOfUsage {
  readonly period: Period;
  rows: number;
  readonly firstRow: number;
}

/** Months with usage, the latest first; rows come mostly in order of their days, so the last month is looked at first. */
function monthsOf({ usageBound }: UsageOf): MonthOfUsage[] {
  if (!usageBound) return [];
  const dayAt = usageDays(usageBound);
  const months = new Map<number, MonthOfUsage>();
  let last: MonthOfUsage | undefined;
  for (let row = usageBound.firstRow; row <= usageBound.lastRow; row++) {
    const day = dayAt(row);
    if (day === undefined) continue;
    if (!last || !contains(last.period, day)) {
      const period = monthOf(day);
      last = months.get(period.from);
      if (!last) months.set(period.from, (last = { period, rows: 0, firstRow: row }));
    }
    last.rows++;
  }
  return [...months.values()].sort((a, b) => b.period.from - a.period.from);
}

/** Whether no row of a month is usage of a contract in its days: each of them is an error of its own. */
function isOutside({ period, firstRow }: MonthOfUsage, { usageBound, catalog, meters }: UsageOf): boolean {
  const bound = usageBound!;
  const dayAt = usageDays(bound);
  const codes = textCodes(bound.grid, knownValue(bound.columnOf, "meter"));
  const finder = new ContractFinder(bound, catalog, meters);
  for (let row = firstRow; row <= bound.lastRow; row++) {
    const day = dayAt(row);
    if (day === undefined || !contains(period, day)) continue;
    const meter = codes.codeAt(row);
    const found = finder.find(row, meter === undefined ? "" : codes.names[meter]!, day);
    if (found.ok && contains(catalog.contracts[found.contract]!.service, day)) return false;
  }
  return true;
}

function monthNumber({ period }: MonthOfUsage): number {
  const { year, month } = civilOf(period.from);
  return year * 12 + month;
}

/** More months than these without usage are no pause. */
const LONGEST_PAUSE = 12;

/**
 * The month of the latest usage, which a run without a period bills. Rows that are nobody's usage do not decide it; a few
 * rows far behind all others are told, and where a year or more lies between it is not guessed: undefined.
 */
export function monthToBill(inputs: UsageOf, report: Report): Period | undefined {
  const months = monthsOf(inputs);
  for (const [index, latest] of months.entries()) {
    const before = months[index + 1];
    if (!before) return latest.period;
    const pause = monthNumber(latest) - monthNumber(before);
    const isFar = pause > LONGEST_PAUSE && latest.rows <= before.rows;
    if (!isFar && latest.rows * 2 > before.rows) return latest.period;
    if (isOutside(latest, inputs)) continue;
    if (pause > 1) {
      const words = {
        before: formatPeriod(before.period),
        rows: latest.rows === 1 ? "this row" : `${String(latest.rows)} rows`,
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
