import { knownValue } from "../base/knownValue";
import type { BilledService } from "../documents/billedService";
import type { Issue } from "../issues/issue";
import type { UsageIndex } from "../metering/usageIndex";
import { rateContract, type RatedContract } from "../rating/rateContract";
import type { RatingContext } from "../rating/ratingContext";
import type { PreparedBook } from "./prepareBook";
import { wouldBill } from "./stakes";

function withoutRows(index: UsageIndex, rows: readonly number[]): UsageIndex {
  const left = new Set(rows);
  return {
    ...index,
    rowsOf: (contract, meter) => index.rowsOf(contract, meter).filter((row) => !left.has(row)),
  };
}

/**
 * Rows that occur twice, with what they add to the bill: the contract is rated once more without them. 500 calls at
 * 0.10 that are there a second time put 50.00 at stake.
 */
export function repeatIssues(
  { repeats, catalog, metered, period, settings }: PreparedBook,
  rated: readonly RatedContract[],
  billed: BilledService,
  context: RatingContext,
): Issue[] {
  if (!metered) return [];
  return repeats.map(({ contract: index, rows, issue }) => {
    const contract = catalog.contracts[index]!;
    const without = rateContract(contract, period, billed, {
      ...context,
      metered: { ...metered, index: withoutRows(metered.index, rows) },
      report: () => undefined,
      rated: new Map(),
    });
    const bills = (of: RatedContract) => knownValue(wouldBill([of], settings), contract.contractId);
    const amount = bills(rated[index]!).amount.minus(bills(without).amount);
    return amount.isZero() ? issue : { ...issue, stake: { amount, currency: contract.currency } };
  });
}
