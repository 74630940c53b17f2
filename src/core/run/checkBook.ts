import type { Issue } from "../issues/issue";
import type { Snapshot } from "../grid/grid";
import type { NotRead } from "../intake/notRead";
import { sortIssues } from "../issues/sortIssues";
import { billPeriod } from "./billingRun";
import type { RunOptions } from "./options";

/** What a check of a workbook says. */
export interface BookCheck {
  /** Every issue that a run would report, errors first. */
  readonly issues: Issue[];
  readonly notRead: readonly NotRead[];
}

/** Reads and checks a workbook as a run would; nothing is planned or written. */
export function checkBook(snapshot: Snapshot, options: RunOptions): BookCheck {
  const result = billPeriod(snapshot, options);
  const issues = sortIssues(result.ok ? result.run.issues : result.issues);
  return { issues, notRead: result.ok ? result.run.book.notRead : result.notRead };
}
