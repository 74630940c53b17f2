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
import { numberJson } from "./numberJson";
import { reconciliationJson } from "./reconciliationJson";

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
    totals: currencyTotals(run.invoices).map(({ currency, subtotal, tax, total }) => ({
      currency,
      subtotal: numberJson(subtotal),
      tax: numberJson(tax),
      total: numberJson(total),
    })),
    issues: sortIssues(run.issues).map(issueJson),
    notRead: run.book.notRead.map(notReadJson),
    besides: besides.map(({ name, instead }) => ({ sheet: name, writtenTo: instead })),
    reconciliation: reconciliationJson(run),
    output,
  };
}
