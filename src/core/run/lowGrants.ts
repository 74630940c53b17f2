import { makeIssue, type Report } from "../issues/issue";
import { formatFigure } from "../money/format";
import { balancesOf } from "../sheets/balances.sheet";

/** Warns of grants of which less is left at the end of a run than somebody wanted. */
export function reportLowGrants(input: Parameters<typeof balancesOf>[0], report: Report): void {
  for (const { grant, closing } of balancesOf(input)) {
    const { warnBelow, id, at } = grant;
    if (!warnBelow || !closing.lessThan(warnBelow)) continue;
    const words = { left: formatFigure(closing), limit: formatFigure(warnBelow) };
    report(makeIssue("GRANT_LOW", { at, value: id, words }));
  }
}
