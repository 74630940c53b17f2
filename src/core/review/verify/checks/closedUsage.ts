import { formatPeriod, overlap } from "../../../calendar/period";
import { cellOf } from "../../../schema/readRecords";
import { closedPeriods, readClosedPeriods } from "../../closing/closedPeriods";
import { closedUsageOf } from "../../closing/usageOfPeriod";
import { reviewFinding } from "../../finding";
import { closedPeriodsTable } from "../../tables/closedPeriods.table";
import type { BookCheck } from "../check";

const { title, columns } = closedPeriodsTable;

/** The usage of closed periods is what was closed; rows that came later are told from changed ones. */
export const closedUsage: BookCheck = (context) => {
  const { bound } = readClosedPeriods(context.snapshot);
  return closedPeriods(context.snapshot).flatMap(({ period, record }) => {
    // Without a file of that time nobody can tell; its documents say so.
    if (context.absentFiles.some(({ days }) => overlap(days, period))) return [];
    const usage = closedUsageOf(context, period, record);
    if (!usage || usage.isUnchanged) return [];
    const { now, later } = usage;
    const name = formatPeriod(period);
    const then = String(record.usageRows ?? "");
    return [
      reviewFinding("PERIOD_CHANGED", {
        table: title,
        key: name,
        column: columns.usageRows.title,
        at: bound && cellOf(bound, record.row, "usageRows"),
        expected: then,
        found: String(now.rows),
        message:
          later === undefined
            ? `the usage of ${name} is not what was closed: ${then} rows then, ${String(now.rows)} now`
            : `to the ${then} usage rows of ${name} that were closed ${String(later.length)} came later; once they are billed, reopen the period and close it again`,
      }),
    ];
  });
};
