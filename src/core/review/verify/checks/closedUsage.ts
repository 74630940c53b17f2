import { closedPeriods } from "../../closedPeriods";
import { reviewFinding } from "../../finding";
import { closedPeriodsTable } from "../../tables/closedPeriods.table";
import { usageOfPeriod } from "../../usageOfPeriod";
import type { BookCheck } from "../check";

/** The usage of closed periods is what was closed. */
export const closedUsage: BookCheck = (context) =>
  closedPeriods(context.snapshot).flatMap(({ period, record }) => {
    if (record.usageHash === undefined) return [];
    const now = usageOfPeriod(context, period);
    if (now.hash === record.usageHash) return [];
    return [
      reviewFinding("PERIOD_CHANGED", {
        table: closedPeriodsTable.title,
        key: record.period,
        column: closedPeriodsTable.columns.usageRows.title,
        expected: String(record.usageRows ?? ""),
        found: String(now.rows),
      }),
    ];
  });
