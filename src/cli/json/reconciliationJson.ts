import { cellAddress, checkTitles, findingCodes, formatPeriod, type BillingRun } from "../../core/api";
import { numberJson } from "./numberJson";

/** Findings as the columns of Reconciliation in camelCase, and the totals that close each block. */
export function reconciliationJson({ reconciliation }: BillingRun) {
  return {
    findings: reconciliation.findings.map(
      ({ code, source, period, expected, found, difference, ...rest }) => ({
        check: checkTitles[findingCodes[code].check],
        code,
        ...rest,
        period: period ? formatPeriod(period) : "",
        expected: numberJson(expected),
        found: numberJson(found),
        difference: numberJson(difference),
        source: source ? `${source.sheet}!${cellAddress(source)}` : "",
      }),
    ),
    totals: reconciliation.totals.map(({ check, currency, underBilled, overBilled }) => ({
      check: checkTitles[check],
      currency,
      underBilled: numberJson(underBilled),
      overBilled: numberJson(overBilled),
    })),
  };
}
