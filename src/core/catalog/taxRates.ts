import { groupBy } from "../base/groupBy";
import { FIRST_DAY, LAST_DAY, type Day } from "../calendar/day";
import { contains, type Period } from "../calendar/period";
import type { Decimal } from "../money/decimal";
import { formatPercent } from "../money/format";
import type { CatalogTables } from "./readTables";
import type { TaxRates } from "./records";
import type { TaxCodeRecord } from "./taxCodes.table";

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

/** The days of a row of Tax codes. */
export const daysOfRate = ({
  effectiveFrom = FIRST_DAY,
  effectiveTo = LAST_DAY,
}: Pick<TaxCodeRecord, "effectiveFrom" | "effectiveTo">): Period => ({
  from: effectiveFrom,
  to: effectiveTo,
});

/** The row of a tax code in force on a day, or undefined when none is. */
export function taxRateOn(rates: TaxRates, day: Day): TaxCodeRecord | undefined {
  return rates.find((rate) => contains(daysOfRate(rate), day));
}
