import type { Day } from "../../calendar/day";
import { formatPeriod, overlap, type Period } from "../../calendar/period";
import type { RegisteredInvoice } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRunLog } from "../../sheets/runLog";
import type { Moment } from "../../schema/momentCell";
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

/** A period that is closed now, by whom and when as far as that is known. */
export interface Closed {
  readonly period: Period;
  readonly who: string;
  readonly when: Moment | undefined;
}

/** Periods that the Run log says were closed and not opened again. */
function loggedAsClosed(snapshot: Snapshot): Closed[] {
  const last = new Map<string, Closed & { readonly isClosed: boolean }>();
  for (const { action, period: text, who = "", when } of readRunLog(snapshot).rows) {
    const period = action === "close" || action === "reopen" ? periodOfText(text ?? "") : undefined;
    if (period) last.set(formatPeriod(period), { period, who, when, isClosed: action === "close" });
  }
  return [...last.values()].filter(({ isClosed }) => isClosed);
}

/**
 * What Closed periods or the Run log says is closed, by the name of the period: a row that somebody takes out or types does
 * not open one.
 */
export function closedByName(snapshot: Snapshot): ReadonlyMap<string, Closed> {
  const ofTable = closedPeriods(snapshot).map(({ period, record: { who = "", when } }): Closed => ({
    period,
    who,
    when,
  }));
  return new Map(
    [...loggedAsClosed(snapshot), ...ofTable].map((closed) => [formatPeriod(closed.period), closed]),
  );
}

/** Finds what is closed of some days, at least in part. */
export function closedPeriodOf(closed: ReadonlyMap<string, Closed>): (days: Period) => Closed | undefined {
  const all = [...closed.values()];
  return (days) => all.find(({ period }) => overlap(period, days) !== undefined);
}

/** The first day from one on that is in no closed period. */
export function firstOpenDay(snapshot: Snapshot, from: Day): Day {
  const closedIn = closedPeriodOf(closedByName(snapshot));
  let day = from;
  for (let found = closedIn({ from: day, to: day }); found; found = closedIn({ from: day, to: day }))
    day = found.period.to + 1;
  return day;
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
