import {
  groupBy,
  issueCodes,
  sortIssues,
  stakesOf,
  sum,
  type BillingRun,
  type CellRef,
  type Issue,
  type Stake,
} from "../../core/api";
import { moneyView } from "./heldView";
import type { IssueSeverity, Money } from "./views";

export interface IssueView {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly at: CellRef;
  readonly value: string;
  readonly message: string;
  readonly stake: Money | undefined;
  /** How many cells it stands for. */
  readonly cells: number;
  readonly holds: readonly string[];
}

/** Issues of one cause: of one code, in one column of one sheet. */
export interface IssueGroup {
  readonly key: string;
  readonly code: string;
  readonly severity: IssueSeverity;
  /** A warning that speaks of what could be billed wrongly. */
  readonly changesMoney: boolean;
  readonly sheet: string;
  readonly count: number;
  /** How many cells they stand for together. */
  readonly cells: number;
  /** Money that waits, per currency; an invoice that waits for several of these issues counts once. */
  readonly stakes: readonly Money[];
  /** The first of them; `count` counts all. */
  readonly issues: readonly IssueView[];
}

type RunIssues = Pick<BillingRun, "issues" | "amounts">;

/** What all issues of one cause share. */
export function causeOf({ code, severity, at }: Pick<Issue, "code" | "severity" | "at">): string {
  return `${severity}|${code}|${at.sheet}|${String(at.column)}`;
}

export function issueView({ code, severity, at, value, message, stake, holds, cells = 1 }: Issue): IssueView {
  const known = stake && !stake.amount.isZero() ? moneyView(stake) : undefined;
  return { code, severity, at, value, message, stake: known, cells, holds };
}

function changesMoney({ code, severity }: Issue): boolean {
  return severity === "warning" && "changesMoney" in issueCodes[code];
}

/** Errors, warnings that change money, other warnings, what is good to know. */
function urgency(issue: Issue): number {
  if (issue.severity === "warning") return changesMoney(issue) ? 1 : 2;
  return issue.severity === "error" ? 0 : 3;
}

/** What the run comes to in each currency, held or not. */
function billedBy(amounts: BillingRun["amounts"]): ReadonlyMap<string, number> {
  const groups = groupBy(amounts.values(), ({ currency }) => currency);
  return new Map(
    [...groups].map(([currency, group]) => [currency, sum(group.map(({ amount }) => amount)).toNumber()]),
  );
}

/**
 * The largest share of what is billed in its currency, since amounts of two currencies cannot be compared: 50 EUR of
 * 1,000 EUR weigh 0.05, more than 3,000 JPY of 100,000 JPY.
 */
function weightOf(stakes: readonly Stake[], billed: ReadonlyMap<string, number>): number {
  const shares = stakes.map(({ currency, amount }) => {
    const all = billed.get(currency) ?? 0;
    return amount.isZero() ? 0 : all > 0 ? Math.abs(amount.toNumber()) / all : 1;
  });
  return Math.max(0, ...shares);
}

/** Issues by cause, the most urgent first and, among those, what most money waits for; `listed` of each at most. */
export function issueGroups({ issues, amounts }: RunIssues, listed: number): IssueGroup[] {
  const billed = billedBy(amounts);
  const groups = [...groupBy(sortIssues(issues), causeOf)].map(([key, group]) => {
    const first = group[0];
    const stakes = stakesOf(group, amounts);
    return { key, group, first, stakes, weight: weightOf(stakes, billed) };
  });
  groups.sort((a, b) => urgency(a.first) - urgency(b.first) || b.weight - a.weight);
  return groups.map(({ key, group, first, stakes }) => ({
    key,
    code: first.code,
    severity: first.severity,
    changesMoney: changesMoney(first),
    sheet: first.at.sheet,
    count: group.length,
    cells: group.reduce((all, { cells = 1 }) => all + cells, 0),
    stakes: stakes.map(moneyView),
    issues: group.slice(0, listed).map(issueView),
  }));
}
