import { formatPeriod, type Period } from "../../../calendar/period";
import { isUsageAbsent } from "../../../rating/ratingContext";
import type { CellRef, Snapshot } from "../../../grid/grid";
import { makeIssue, type Report } from "../../../issues/issue";
import { usageCell, type Usage } from "../../../metering/usage";
import {
  closedPeriodOf,
  closedByName,
  closedPeriods,
  readClosedPeriods,
  type ClosedPeriod,
} from "../../../review/closing/closedPeriods";
import { closedUsageOf, type ClosedUsage, type UsageBook } from "../../../review/closing/usageOfPeriod";
import { cellOf } from "../../../schema/readRecords";

/** A closed period whose usage is not what was closed. */
export interface ChangedPeriod extends ClosedPeriod, ClosedUsage {
  /** The cell that says how much was closed. */
  readonly at: CellRef;
}

/** The closed periods to whose usage something came, or in which it is another now. */
export function changedPeriods(book: UsageBook, snapshot: Snapshot): ChangedPeriod[] {
  const { bound } = readClosedPeriods(snapshot);
  return closedPeriods(snapshot).flatMap((closed): ChangedPeriod[] => {
    // What is not here cannot be told from what was never there.
    if (isUsageAbsent(book.metered, closed.period)) return [];
    const usage = closedUsageOf(book, closed.period, closed.record);
    if (!bound || !usage || usage.isUnchanged) return [];
    return [{ ...closed, ...usage, at: cellOf(bound, closed.record.row, "usageRows") }];
  });
}

/** Reports usage that came after its period was closed, and closed periods whose usage is another now. */
export function reportAfterClose(
  changed: readonly ChangedPeriod[],
  usage: Usage | undefined,
  report: Report,
): void {
  for (const { period, record, later, now, at } of changed) {
    const value = formatPeriod(period);
    if (later && usage) {
      const words = { said: "this usage came later: it is billed as late" };
      for (const row of later)
        report(makeIssue("AFTER_CLOSE", { at: usageCell(usage, row, "quantity"), value, words }));
      continue;
    }
    const then = String(record.usageRows ?? "");
    const said = `its usage is not what was closed (${then} rows then, ${String(now.rows)} now): what is more is billed as late`;
    report(makeIssue("AFTER_CLOSE", { at, value, words: { said } }));
  }
}

/** The closed period that a run would bill days of; such a run is not written. */
export function closedPeriodIn(snapshot: Snapshot, run: Period): string | undefined {
  const found = closedPeriodOf(closedByName(snapshot))(run);
  return found && formatPeriod(found.period);
}
