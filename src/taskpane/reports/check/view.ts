import { fates, formatDay, formatPeriod, sortIssues, type BillingRun, type Issue } from "../../../core/api";
import { heldView } from "../../session/heldView";
import { causeOf, issueGroups, issueView, type IssueGroup, type IssueView } from "../../session/issueGroups";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { HeldView, RunChoice } from "../../session/views";

export interface ControlTotalView {
  readonly meter: string;
  readonly unit: string;
  /** Rows and quantity that were read. */
  readonly read: number;
  readonly readQuantity: number;
  /** What became of the rows: rated, rejected, duplicate, outside, filtered. */
  readonly fates: readonly { readonly fate: string; readonly rows: number; readonly quantity: number }[];
}

export interface CheckView {
  readonly period: string;
  readonly asOf: string;
  readonly controlTotals: readonly ControlTotalView[];
  /** Errors first, then warnings that change money, other warnings, and what is good to know. */
  readonly groups: readonly IssueGroup[];
  readonly held: readonly HeldView[];
  readonly errors: number;
  readonly warnings: number;
}

/** Issues that are listed at a time: more of them, and the page would stand still while it draws. */
const LISTED_ISSUES = 200;

function controlTotalsOf({ controlTotals }: BillingRun): ControlTotalView[] {
  return controlTotals.map((total) => ({
    meter: total.meter,
    unit: total.unit,
    read: total.read.rows,
    readQuantity: total.read.quantity.toNumber(),
    fates: fates.map((fate) => ({
      fate,
      rows: total[fate].rows,
      quantity: total[fate].quantity.toNumber(),
    })),
  }));
}

/** What is wrong, how much of it, and what became of every usage row. */
export function view(workbook: SessionWorkbook, choice: RunChoice): CheckView {
  const run = workbook.bill(choice);
  const countOf = (severity: Issue["severity"]) =>
    run.issues.filter((issue) => issue.severity === severity).length;
  return {
    period: formatPeriod(run.book.period),
    asOf: formatDay(run.book.asOf),
    controlTotals: controlTotalsOf(run),
    groups: issueGroups(run, LISTED_ISSUES),
    held: heldView(run),
    errors: countOf("error"),
    warnings: countOf("warning"),
  };
}

/** The issues of a group from one of them on, as many as are listed at a time: a check lists the first of each only. */
export function issues(
  workbook: SessionWorkbook,
  choice: RunChoice,
  group: IssueGroup["key"],
  first: number,
): readonly IssueView[] {
  const ofGroup = workbook.bill(choice).issues.filter((issue) => causeOf(issue) === group);
  return sortIssues(ofGroup)
    .slice(first, first + LISTED_ISSUES)
    .map(issueView);
}
