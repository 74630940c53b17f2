import { collectIssues } from "../issues/collectIssues";
import { unheard, type Issue } from "../issues/issue";
import type { Snapshot } from "../grid/grid";
import type { NotRead } from "../intake/notRead";
import { sortIssues } from "../issues/sortIssues";
import { checkPayments } from "../payments/checkPayments";
import { billPeriod } from "./billingRun";
import { lint } from "./lint/lint";
import type { RunOptions } from "./options";
import { readInputs } from "./prepareBook";

/** What a check of a workbook says. */
export interface BookCheck {
  /** Every issue that a run would report, and those of Payments, errors first. */
  readonly issues: Issue[];
  readonly notRead: readonly NotRead[];
}

/** Reads and checks a workbook as a run would; nothing is planned or written. */
export function checkBook(snapshot: Snapshot, options: RunOptions): BookCheck {
  const result = billPeriod(snapshot, options);
  const { issues, notRead } = result.ok ? { ...result.run, ...result.run.book } : result;
  const ofPayments = collectIssues();
  // Payments are checked whether or not there is a period to bill.
  const checked = result.ok ? result.run.book : readInputs(snapshot, unheard);
  checkPayments(snapshot, checked, ofPayments.report);
  const remarks = result.ok ? lint(result.run.book) : [];
  return { issues: sortIssues([...issues, ...remarks, ...ofPayments.list()]), notRead };
}
