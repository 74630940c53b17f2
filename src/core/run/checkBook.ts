import { collectIssues } from "../issues/collectIssues";
import type { Issue } from "../issues/issue";
import type { Snapshot } from "../grid/grid";
import type { NotRead } from "../intake/notRead";
import { sortIssues } from "../issues/sortIssues";
import { checkPayments } from "../payments/checkPayments";
import { billPeriod } from "./billingRun";
import type { RunOptions } from "./options";

/** What a check of a workbook says. */
export interface BookCheck {
  /** Every issue that a run would report, and those of Payments, errors first. */
  readonly issues: Issue[];
  readonly notRead: readonly NotRead[];
}

/** Reads and checks a workbook as a run would; nothing is planned or written. */
export function checkBook(snapshot: Snapshot, options: RunOptions): BookCheck {
  const result = billPeriod(snapshot, options);
  if (!result.ok) return { issues: sortIssues(result.issues), notRead: result.notRead };
  const { book, issues } = result.run;
  const ofPayments = collectIssues();
  checkPayments(snapshot, book, ofPayments.report);
  return { issues: sortIssues([...issues, ...ofPayments.list()]), notRead: book.notRead };
}
