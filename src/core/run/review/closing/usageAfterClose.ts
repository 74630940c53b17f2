import { formatPeriod, type Period } from "../../../calendar/period";
import type { Snapshot } from "../../../grid/grid";
import { makeIssue, type Report } from "../../../issues/issue";
import { usageCell } from "../../../metering/usage";
import { closedPeriodOf, closedPeriods, readClosedPeriods } from "../../../review/closing/closedPeriods";
import { laterRows, usageOfPeriod, type UsageBook } from "../../../review/closing/usageOfPeriod";
import { cellOf } from "../../../schema/readRecords";

/** Rows of Usage dated in closed periods that came after they were closed. */
export function usageAfterClose(book: UsageBook, snapshot: Snapshot): ReadonlySet<number> {
  return new Set(
    closedPeriods(snapshot).flatMap(({ period, record }) => laterRows(book, period, record) ?? []),
  );
}

/** Reports usage that came after its period was closed, and closed periods whose usage is another now. */
export function reportAfterClose(book: UsageBook, snapshot: Snapshot, report: Report): void {
  const usage = book.metered?.usage;
  const { bound } = readClosedPeriods(snapshot);
  for (const { period, record } of closedPeriods(snapshot)) {
    if (record.usageHash === undefined || !bound) continue;
    const value = formatPeriod(period);
    const later = laterRows(book, period, record);
    for (const row of later ?? []) {
      const words = { said: "this usage came later: it is billed as late" };
      report(makeIssue("AFTER_CLOSE", { at: usageCell(usage!, row, "quantity"), value, words }));
    }
    if (later) continue;
    const now = usageOfPeriod(book, period);
    const then = String(record.usageRows ?? "");
    const said = `its usage is not what was closed (${then} rows then, ${String(now.rows)} now): what is more is billed as late`;
    report(makeIssue("AFTER_CLOSE", { at: cellOf(bound, record.row, "usageRows"), value, words: { said } }));
  }
}

/** The closed period that a run would bill days of; such a run is not written. */
export function closedPeriodIn(snapshot: Snapshot, run: Period): string | undefined {
  const found = closedPeriodOf(closedPeriods(snapshot), run);
  return found && formatPeriod(found.period);
}
