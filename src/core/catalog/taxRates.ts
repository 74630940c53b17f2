import { groupBy } from "../base/groupBy";
import { FIRST_DAY, formatDay, LAST_DAY, type Day } from "../calendar/day";
import { contains } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import { formatPercent } from "../money/format";
import { cellOf } from "../schema/readRecords";
import type { CatalogTables } from "./readTables";
import type { Contract, TaxRates } from "./records";
import type { TaxCodeRecord } from "./taxCodes.table";

const isReversed = ({ effectiveFrom, effectiveTo }: TaxCodeRecord) =>
  effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom;

/** The code of a Tax % without a table of codes: “19 %”. */
export function codeOfRate(rate: Decimal): string {
  return formatPercent(rate);
}

/** The rows of each tax code; a Tax % on a contract or customer is a code of its own at that rate. */
export function taxRatesByCode(tables: CatalogTables): ReadonlyMap<string, TaxRates> {
  const codes = new Map<string, TaxRates>(groupBy(tables.taxCodes.good, ({ taxCode }) => taxCode));
  for (const { taxRate: rate, row } of [...tables.contracts.good, ...tables.customers.good]) {
    const taxCode = rate && codeOfRate(rate);
    if (!rate || taxCode === undefined || codes.has(taxCode)) continue;
    const blank = {
      effectiveFrom: undefined,
      effectiveTo: undefined,
      category: undefined,
      exemptionReason: undefined,
      exemptionCode: undefined,
    };
    codes.set(taxCode, [{ ...blank, row, taxCode, rate, name: `Tax ${taxCode}` }]);
  }
  return codes;
}

/** Rows of Tax codes that end before they begin hold the contracts that use their code. */
export function reportReversedRates(
  tables: CatalogTables,
  contracts: readonly Contract[],
  report: Report,
): void {
  for (const record of tables.taxCodes.good.filter(isReversed)) {
    const { taxCode, row, effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY } = record;
    const users = contracts.filter(
      (contract) =>
        contract.taxCode === taxCode || contract.prices.some((price) => price.taxCode === taxCode),
    );
    const holds = users.map(({ contractId }) => contractId);
    const words = { column: "Effective to", first: "Effective from", start: formatDay(effectiveFrom) };
    const at = cellOf(tables.taxCodes.bound!, row, "effectiveTo");
    report(makeIssue("DATES_REVERSED", { at, value: formatDay(effectiveTo), words, holds }));
  }
}

/** The row of a tax code in force on a day, or undefined when none is. */
export function taxRateOn(rates: TaxRates, day: Day): TaxCodeRecord | undefined {
  return rates.find(({ effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY }) =>
    contains({ from: effectiveFrom, to: effectiveTo }, day),
  );
}
