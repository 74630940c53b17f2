import { checkTitles, type BillingRun } from "../../core/api";
import { findingJson } from "./findingJson";
import { numberJson } from "./numberJson";

/** Findings as the columns of Reconciliation in camelCase, and the totals that close each block. */
export function reconciliationJson({ reconciliation }: BillingRun) {
  return {
    findings: reconciliation.findings.map(findingJson),
    totals: reconciliation.totals.map(({ check, currency, underBilled, overBilled }) => ({
      check: checkTitles[check],
      currency,
      underBilled: numberJson(underBilled),
      overBilled: numberJson(overBilled),
    })),
  };
}
