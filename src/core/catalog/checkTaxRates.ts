import { FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day";
import { overlaps } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { CatalogTables } from "./readTables";
import type { Contract, TaxRates } from "./records";
import { contractsTaxedBy } from "./taxExpression";
import { daysOfRate } from "./taxRates";

/** Tax codes whose rows contradict themselves or each other: the contracts that they are charged to wait. */
export function checkTaxRates(
  { taxCodes: { bound, good } }: Pick<CatalogTables, "taxCodes">,
  contracts: readonly Contract[],
  taxCodes: ReadonlyMap<string, TaxRates>,
  report: Report,
): void {
  if (!bound) return;
  const holdsOf = (code: string) =>
    contractsTaxedBy(code, contracts, taxCodes).map(({ contractId }) => contractId);
  for (const { taxCode, row, effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY } of good) {
    if (effectiveTo >= effectiveFrom) continue;
    const words = { column: "Effective to", first: "Effective from", start: formatDay(effectiveFrom) };
    const at = cellOf(bound, row, "effectiveTo");
    report(
      makeIssue("DATES_REVERSED", { at, value: formatDay(effectiveTo), words, holds: holdsOf(taxCode) }),
    );
  }
  // Few rows a code: each is held against those above it.
  for (const rates of taxCodes.values())
    for (const [index, second] of rates.entries()) {
      const first = rates
        .slice(0, index)
        .find((other) => !other.rate.equals(second.rate) && overlaps(daysOfRate(other), daysOfRate(second)));
      if (!first) continue;
      const words = { first: String(first.row + 1) };
      const at = cellOf(bound, second.row, "rate");
      const { taxCode } = second;
      report(makeIssue("OVERLAPPING_RATES", { at, value: taxCode, words, holds: holdsOf(taxCode) }));
    }
}
