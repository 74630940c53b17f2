import { formatDay, type Day } from "../calendar/day";
import type { Catalog } from "../catalog/records";
import { makeIssue, type Report } from "../issues/issue";
import { endingTerms } from "../rating/terms/renewals";
import type { Settings } from "../settings/settings";

/** Warns of contracts that end soon and do not renew themselves. */
export function reportExpiring({ contracts }: Catalog, asOf: Day, settings: Settings, report: Report): void {
  for (const { contract, endDate, renewal } of endingTerms(contracts, asOf, settings.prorationBasis)) {
    if (renewal.isAuto) continue;
    const words = { end: formatDay(endDate) };
    report(makeIssue("CONTRACT_EXPIRES", { at: renewal.at, value: contract.contractId, words }));
  }
}
