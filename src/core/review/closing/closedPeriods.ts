import { formatPeriod, overlap, type Period } from "../../calendar/period";
import type { RegisteredInvoice } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRunLog } from "../../sheets/runLog";
import { readRecords } from "../../schema/readRecords";
import {
  closedPeriodsTable,
  type ClosedPeriodsColumns,
  type ClosedPeriodRow,
} from "../tables/closedPeriods.table";
import { periodOfText } from "./periodOfText";

/** A period that is closed now. */
export interface ClosedPeriod {
  readonly period: Period;
  readonly record: ClosedPeriodRow;
}

/** Everything that was closed and opened again, in the order in which it happened. */
export interface ClosedPeriodRows {
  readonly bound: BoundTable<ClosedPeriodsColumns> | undefined;
  readonly rows: readonly ClosedPeriod[];
}

export function readClosedPeriods(snapshot: Snapshot): ClosedPeriodRows {
  const bound = bindTable(closedPeriodsTable, snapshot, outputMapping(closedPeriodsTable, snapshot), unheard);
  const rows = bound ? readRecords(bound, () => [], unheard).good : [];
  return {
    bound,
    rows: rows.flatMap((record) => {
      const period = periodOfText(record.period);
      return period ? [{ period, record }] : [];
    }),
  };
}

/** The periods that were closed and not opened again, by the last row of each. */
export function closedPeriods(snapshot: Snapshot): ClosedPeriod[] {
  const last = new Map(readClosedPeriods(snapshot).rows.map((row) => [formatPeriod(row.period), row]));
  return [...last.values()].filter(({ record }) => record.action.toLowerCase() === "close");
}

/** Periods that the Run log says were closed and not opened again. */
function loggedAsClosed(snapshot: Snapshot): Period[] {
  const last = new Map<string, { readonly period: Period; readonly isClosed: boolean }>();
  for (const { action, period: text } of readRunLog(snapshot).rows) {
    const period = action === "close" || action === "reopen" ? periodOfText(text ?? "") : undefined;
    if (period) last.set(formatPeriod(period), { period, isClosed: action === "close" });
  }
  return [...last.values()].filter(({ isClosed }) => isClosed).map(({ period }) => period);
}

/**
 * What Closed periods or the Run log says is closed: a row that somebody takes out or types does not open a period.
 */
function allClosed(snapshot: Snapshot): Period[] {
  return [...closedPeriods(snapshot).map(({ period }) => period), ...loggedAsClosed(snapshot)];
}

/** The names of all that is closed. */
export function closedNames(snapshot: Snapshot): ReadonlySet<string> {
  return new Set(allClosed(snapshot).map(formatPeriod));
}

/** Finds the closed period that some days lie in, at least in part. */
export function closedPeriodOf(snapshot: Snapshot): (days: Period) => Period | undefined {
  const closed = allClosed(snapshot);
  return (days) => closed.find((period) => overlap(period, days) !== undefined);
}

/** The days that a document belongs to: those of its run, else the day that is on it. */
export function daysOfReview({
  periodStart: from,
  periodEnd: to,
  invoiceDate,
}: RegisteredInvoice): Period | undefined {
  if (from !== undefined && to !== undefined) return { from, to };
  return invoiceDate === undefined ? undefined : { from: invoiceDate, to: invoiceDate };
}
