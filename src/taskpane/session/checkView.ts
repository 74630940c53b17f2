import {
  fates,
  formatDay,
  formatPeriod,
  groupBy,
  sortIssues,
  stakesOf,
  type BillingRun,
  type Issue,
  type Stake,
} from "../../core/api";
import type { CheckView, ControlTotalView, HeldView, IssueGroup, IssueView, Money } from "./views";

/** Issues that are listed at a time: more of them, and the page would stand still while it draws. */
const LISTED_ISSUES = 200;

/** A cell has at most 15 digits, so a number holds every amount. */
function moneyView({ amount, currency }: Stake): Money {
  return { amount: amount.toNumber(), currency };
}

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

/** The issues of a group from one of them on, as many as are listed at a time. */
export function issuesFrom(
  { issues }: BillingRun,
  { code, severity }: Pick<IssueGroup, "code" | "severity">,
  first: number,
): IssueView[] {
  const group = issues.filter((issue) => issue.code === code && issue.severity === severity);
  return sortIssues(group)
    .slice(first, first + LISTED_ISSUES)
    .map(issueView);
}

/** The first cell, in the order of the Issues sheet, that holds each contract. */
function holdingCells(issues: readonly Issue[]): Map<string, Issue["at"]> {
  const cells = new Map<string, Issue["at"]>();
  for (const { severity, holds, at } of sortIssues(issues)) {
    if (severity !== "error") continue;
    for (const contractId of holds) if (!cells.has(contractId)) cells.set(contractId, at);
  }
  return cells;
}

/** The invoices that wait, with what they would come to as far as it can be rated. */
export function heldView({ held, issues, amounts, book }: BillingRun): HeldView[] {
  const cells = holdingCells(issues);
  const contracts = new Map(book.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return held.map(({ contractId, codes }) => {
    const amount = amounts.get(contractId);
    return {
      contractId,
      customer: contracts.get(contractId)?.customer.customerName ?? "",
      codes,
      at: cells.get(contractId),
      amount: amount && moneyView(amount),
    };
  });
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

export function checkView(run: BillingRun): CheckView {
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
