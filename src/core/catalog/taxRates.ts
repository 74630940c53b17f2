import { groupBy } from "../base/groupBy";
import { FIRST_DAY, LAST_DAY, type Day } from "../calendar/day";
import { contains } from "../calendar/period";
import type { CatalogTables } from "./readTables";
import type { TaxRates } from "./records";
import type { TaxCodeRecord } from "./taxCodes.table";

/** The rows of each tax code. */
export function taxRatesByCode(tables: CatalogTables): ReadonlyMap<string, TaxRates> {
  return groupBy(tables.taxCodes.good, ({ taxCode }) => taxCode);
}

/** The row of a tax code in force on a day, or undefined when none is. */
export function taxRateOn(rates: TaxRates, day: Day): TaxCodeRecord | undefined {
  return rates.find(({ effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY }) =>
    contains({ from: effectiveFrom, to: effectiveTo }, day),
  );
}
