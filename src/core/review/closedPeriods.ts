import { overlap, parsePeriod, type Period } from "../calendar/period";
import type { Snapshot } from "../grid/grid";
import { bindTable } from "../schema/bind";
import { outputMapping } from "../schema/outputSheet";
import { readRecords } from "../schema/readRecords";
import { closedPeriodsTable, type ClosedPeriodRecord } from "./tables/closedPeriods.table";
import { unheard } from "../issues/issue";

/** A period that is closed now. */
export interface ClosedPeriod {
  readonly period: Period;
  readonly record: ClosedPeriodRecord;
}

/** The periods that were closed and not opened again, by the last row of each. */
export function closedPeriods(snapshot: Snapshot): ClosedPeriod[] {
  const bound = bindTable(closedPeriodsTable, snapshot, outputMapping(closedPeriodsTable, snapshot), unheard);
  const rows = bound ? readRecords(bound, () => [], unheard).good : [];
  const last = new Map(rows.map((record) => [record.period.trim(), record]));
  return [...last.values()].flatMap((record) => {
    const period = parsePeriod(record.period);
    return period && record.action.toLowerCase() === "close" ? [{ period, record }] : [];
  });
}

/** The closed period that some days lie in, at least in part. */
export function closedPeriodOf(closed: readonly ClosedPeriod[], days: Period): ClosedPeriod | undefined {
  return closed.find(({ period }) => overlap(period, days) !== undefined);
}
