import type { Day } from "../../calendar/day";
import { emptySnapshot, type Snapshot } from "../../grid/grid";
import { collectIssues } from "../../issues/collectIssues";
import type { Issue } from "../../issues/issue";
import type { ReceivablesBook } from "../../receivables/book";
import { ledgerAt, reportPaidNotApplied, type Ledger } from "../../receivables/ledger";
import { readReceivables } from "../../receivables/readReceivables";
import { revealingFilled } from "../../sheets/columnFit";
import { sheetNamed, type OutputSheet } from "../../sheets/outputSheet";
import type { WritePlan } from "../../sheets/plan";
import type { ReportInput } from "../../sheets/receivables/reportInput";
import { isUnchanged } from "../../sheets/unchanged";

/** The receivables of a workbook at a day. */
export interface LedgerBook {
  readonly book: ReceivablesBook;
  readonly ledger: Ledger;
  readonly issues: readonly Issue[];
}

/** Reads a workbook as of a day, by default its last; undefined where it holds nothing that has one. */
export function openLedger(snapshot: Snapshot, asOf: Day | undefined): LedgerBook | undefined {
  const { report, list } = collectIssues();
  const book = readReceivables(snapshot, report);
  const day = asOf ?? book.lastDay;
  if (day === undefined) return undefined;
  const ledger = ledgerAt(book, day, report);
  reportPaidNotApplied(ledger, report);
  return { book, ledger, issues: list() };
}

/** A workbook that holds a report alone, as a plan for an empty one. */
export function reportPlan<Report>(
  report: Report,
  sheets: readonly OutputSheet<ReportInput<Report>>[],
): WritePlan {
  const planned = sheets.map((sheet) => sheet.plan({ snapshot: emptySnapshot, report }));
  return { sheets: planned, removedSheets: [], appended: [] };
}

/** A report into the workbook that it is about: the sheets that do not show it yet. */
export function planReport<Report>(
  snapshot: Snapshot,
  report: Report,
  sheets: readonly OutputSheet<ReportInput<Report>>[],
): WritePlan {
  const planned = sheets
    .map((sheet) => sheet.plan({ snapshot, report }))
    .filter((sheet) => !isUnchanged(sheet, sheetNamed(snapshot, sheet.name)))
    .map((sheet) => revealingFilled(sheet, sheetNamed(snapshot, sheet.name)));
  return { sheets: planned, removedSheets: [], appended: [] };
}
