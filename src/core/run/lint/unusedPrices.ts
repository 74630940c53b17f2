import { groupBy } from "../../base/groupBy";
import { readsUsage } from "../../catalog/readsUsage";
import { makeIssue } from "../../issues/issue";
import { readersOf } from "../../metering/readers";
import { isDatedWithin } from "../../metering/usageIndex";
import type { LintCheck } from "./lintCheck";

/** Rows of Prices by which no row of Usage was ever priced, of whichever contract; unknown while a usage file is not here. */
export const unusedPrices: LintCheck = ({ catalog, metered, meters, contractIndex, period }) => {
  if (!metered || metered.usage.rowCount === 0 || metered.absentDays.length > 0) return [];
  const { usage, index } = metered;
  const begun = catalog.contracts.flatMap(({ prices, contractId }) =>
    prices
      .filter((price) => readsUsage(price) && !price.isFree && price.service.from <= period.to)
      .map((price) => ({ price, contract: contractIndex.get(contractId) ?? -1 })),
  );
  const byRow = groupBy(begun, ({ price }) => `${price.at.sheet} ${String(price.at.row)}`);
  return [...byRow.values()].flatMap((group) => {
    const isUsed = group.some(({ price, contract }) => {
      const keys = readersOf([price], meters).map(({ meter }) => meter.sourceKey);
      // Mostly the first row decides.
      return keys.some((key) =>
        index.rowsOf(contract, key).some((row) => isDatedWithin(usage, row, price.service)),
      );
    });
    const { price } = group[0];
    return isUsed ? [] : [makeIssue("PRICE_NEVER_USED", { at: price.at, value: price.priceId })];
  });
};
