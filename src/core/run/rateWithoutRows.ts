import { unheard } from "../issues/issue";
import { knownValue } from "../base/knownValue";
import type { BilledService } from "../documents/billedService";
import type { UsageIndex } from "../metering/usageIndex";
import { rateContract, type RatedContract } from "../rating/rateContract";
import type { RatingContext } from "../rating/ratingContext";
import type { PreparedBook } from "./prepareBook";
import { wouldBill, type Stake } from "./stakes";

function withoutRows(index: UsageIndex, rows: readonly number[]): UsageIndex {
  const left = new Set(rows);
  return {
    ...index,
    rowsOf: (contract, meter) => index.rowsOf(contract, meter).filter((row) => !left.has(row)),
  };
}

/** What a run knows once its contracts are rated. */
export interface RatedBook {
  readonly book: PreparedBook;
  readonly rated: readonly RatedContract[];
  readonly billed: BilledService;
  readonly context: RatingContext;
}

/**
 * What rows of usage add to the bill of their contract, which is rated once more without them: 500 calls at 0.10 put
 * 50.00 at stake.
 */
export function addedByRows(
  { book: { catalog, metered, period, settings }, rated, billed, context }: RatedBook,
  index: number,
  rows: readonly number[],
): Stake | undefined {
  const contract = catalog.contracts[index]!;
  if (!metered) return undefined;
  const without = rateContract(contract, period, billed, {
    ...context,
    metered: { ...metered, index: withoutRows(metered.index, rows) },
    report: unheard,
    rated: new Map(),
  });
  const bills = (of: RatedContract) => knownValue(wouldBill([of], settings), contract.contractId);
  const amount = bills(rated[index]!).amount.minus(bills(without).amount);
  return amount.isZero() ? undefined : { amount, currency: contract.currency };
}
