import {
  cellAddress,
  checkTitles,
  findingCodes,
  formatDay,
  formatPeriod,
  type Finding,
} from "../../core/api";
import { numberJson } from "./numberJson";

/** The row of Adjustments that would make a finding good, by its columns in camelCase. */
function proposalJson({ date, amount, ...rest }: NonNullable<Finding["proposal"]>) {
  return { ...rest, date: formatDay(date), amount: numberJson(amount) };
}

/** A finding by the columns of Reconciliation in camelCase. */
export function findingJson({
  code,
  source,
  period,
  expected,
  found,
  difference,
  proposal,
  ...rest
}: Finding) {
  return {
    check: checkTitles[findingCodes[code].check],
    code,
    ...rest,
    period: period ? formatPeriod(period) : "",
    expected: numberJson(expected),
    found: numberJson(found),
    difference: numberJson(difference),
    source: source ? `${source.sheet}!${cellAddress(source)}` : "",
    ...(proposal && { proposal: proposalJson(proposal) }),
  };
}
