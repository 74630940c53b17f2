import {
  fates,
  formatDay,
  formatPeriod,
  groupBy,
  sortIssues,
  stakesOf,
  type BillingRun,
  type CellRef,
  type Issue,
} from "../../../core/api";
import { heldView, moneyView } from "../../session/heldView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { HeldView, Money, RunChoice, IssueSeverity } from "../../session/views";

export interface IssueView {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly at: CellRef;
  readonly value: string;
  readonly message: string;
  readonly stake: Money | undefined;
  readonly holds: readonly string[];
}

export interface IssueGroup {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly count: number;
  /** Money that waits, per currency; an invoice that waits for several of these issues counts once. */
  readonly stakes: readonly Money[];
  /** The first of them; `count` counts all, and the question `issues` gives the rest. */
  readonly issues: readonly IssueView[];
}

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
  /** Errors first, then warnings, then what is good to know. */
  readonly groups: readonly IssueGroup[];
  readonly held: readonly HeldView[];
  readonly errors: number;
  readonly warnings: number;
}

/** Issues that are listed at a time: more of them, and the page would stand still while it draws. */
const LISTED_ISSUES = 200;

function issueView({ code, severity, at, value, message, stake, holds }: Issue): IssueView {
  return { code, severity, at, value, message, stake: stake && moneyView(stake), holds };
}

/** Issues by code, errors first, in the order of the Issues sheet. */
function groupsOf({ issues, amounts }: BillingRun): IssueGroup[] {
  const groups = groupBy(sortIssues(issues), ({ severity, code }) => `${severity}|${code}`);
  return [...groups.values()].map((group) => ({
    code: group[0]!.code,
    severity: group[0]!.severity,
    count: group.length,
    stakes: stakesOf(group, amounts).map(moneyView),
    issues: group.slice(0, LISTED_ISSUES).map(issueView),
  }));
}

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
    groups: groupsOf(run),
    held: heldView(run),
    errors: countOf("error"),
    warnings: countOf("warning"),
  };
}

/** The issues of a group from one of them on, as many as are listed at a time: a check lists the first of each only. */
export function issues(
  workbook: SessionWorkbook,
  choice: RunChoice,
  { code, severity }: Pick<IssueGroup, "code" | "severity">,
  first: number,
): readonly IssueView[] {
  const group = workbook
    .bill(choice)
    .issues.filter((issue) => issue.code === code && issue.severity === severity);
  return sortIssues(group)
    .slice(first, first + LISTED_ISSUES)
    .map(issueView);
}
