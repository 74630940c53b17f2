import {
  cellAddress,
  checkTitles,
  findingCodes,
  formatDay,
  formatPeriod,
  type BillingRun,
  type Finding,
} from "../../core/api";
import { numberJson } from "./numberJson";

/** The row of Adjustments that would make a finding good, by its columns in camelCase. */
function proposalJson({ date, amount, ...rest }: NonNullable<Finding["proposal"]>) {
  return { ...rest, date: formatDay(date), amount: numberJson(amount) };
}

/** Findings as the columns of Reconciliation in camelCase, and the totals that close each block. */
export function reconciliationJson({ reconciliation }: BillingRun) {
  return {
    findings: reconciliation.findings.map(
      ({ code, source, period, expected, found, difference, proposal, ...rest }) => ({
        check: checkTitles[findingCodes[code].check],
        code,
        ...rest,
        period: period ? formatPeriod(period) : "",
        expected: numberJson(expected),
        found: numberJson(found),
        difference: numberJson(difference),
        source: source ? `${source.sheet}!${cellAddress(source)}` : "",
        ...(proposal && { proposal: proposalJson(proposal) }),
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
