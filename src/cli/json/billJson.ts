import {
  currencyTotals,
  formatDay,
  formatPeriod,
  sortIssues,
  type BillingRun,
  type PlannedRun,
} from "../../core/api";
import { controlTotalsJson } from "./controlTotalsJson";
import { issueJson } from "./issueJson";
import { notReadJson } from "./notReadJson";
import { reconciliationJson } from "./reconciliationJson";
import { totalsJson } from "./totalsJson";

/** The one JSON object of `bill`; `besides` says which of its sheets stand beside somebody's of that name. */
export function billJson(run: BillingRun, output: string, besides: PlannedRun["beside"] = []) {
  return {
    period: formatPeriod(run.book.period),
    asOf: formatDay(run.book.asOf),
    invoices: run.invoices.length,
    lines: run.invoices.reduce((all, { lines }) => all + lines.length, 0),
    held: run.held.length,
    waiting: run.waiting,
    heldInvoices: run.held,
    controlTotals: controlTotalsJson(run),
    totals: totalsJson(currencyTotals(run.invoices)),
    issues: sortIssues(run.issues).map(issueJson),
    notRead: run.book.notRead.map(notReadJson),
    besides: besides.map(({ name, instead }) => ({ sheet: name, writtenTo: instead })),
    reconciliation: reconciliationJson(run),
    output,
  };
}
