import { groupBy } from "../base/groupBy";
import { unseenIssue, type UnseenRows } from "../intake/unseenRows";
import type { AssignedAdjustment } from "../invoicing/adjustments";
import { amountsOfItems } from "../invoicing/invoiceLines";
import type { Issue } from "../issues/issue";
import { isContract } from "../metering/usage";
import { sum } from "../money/decimal";
import { addedByRows, type RatedBook } from "./rateWithoutRows";
import type { Stake } from "./stakes";

/** Rows of a sheet or file of Usage, with what they add to the bills of their contracts. */
function addedByUsage(rated: RatedBook, { bound, rows }: UnseenRows): Stake[] {
  const usage = rated.book.metered?.usage;
  const part = usage?.bound.parts.find((candidate) => candidate.bound.grid === bound.grid);
  if (!usage || !part) return [];
  const usageRows = rows.map((row) => row - bound.firstRow + part.firstRow - usage.firstRow);
  const known = usageRows.filter((row) => isContract(usage.contractOf[row]!));
  return [...groupBy(known, (row) => usage.contractOf[row]!)].flatMap(
    ([contract, group]) => addedByRows(rated, contract, group) ?? [],
  );
}

/** What is billed by rows of Contracts, Prices or Adjustments; other tables bill nothing themselves. */
function billedByRows(
  { book: { tables, settings }, rated }: RatedBook,
  { bound, rows }: UnseenRows,
  adjustments: readonly AssignedAdjustment[],
): Stake[] {
  const { contracts, prices } = tables;
  const meant = new Set(rows);
  if (bound.grid === tables.adjustments.bound?.grid) {
    return adjustments.flatMap(({ adjustment, contract }) =>
      meant.has(adjustment.row) ? [{ amount: adjustment.amount, currency: contract.currency }] : [],
    );
  }
  const ids = new Set(
    contracts.bound?.grid === bound.grid
      ? contracts.good.flatMap(({ row, contractId }) => (meant.has(row) ? [contractId] : []))
      : [],
  );
  const sheet = bound.grid === prices.bound?.grid ? bound.grid.sheet : undefined;
  return rated.flatMap(({ contract, items }) => {
    const affected = items.filter(
      ({ price }) =>
        ids.has(contract.contractId) || (price?.at.sheet === sheet && meant.has(price?.at.row ?? -1)),
    );
    const amount = sum(amountsOfItems(affected, settings));
    return affected.length === 0 ? [] : [{ amount, currency: contract.currency }];
  });
}

/** Rows that are hidden or struck out and billed all the same, with the money where it is of one currency. */
export function unseenIssues(rated: RatedBook, adjustments: readonly AssignedAdjustment[]): Issue[] {
  return rated.book.unseen.map((unseen) => {
    const stakes = [...addedByUsage(rated, unseen), ...billedByRows(rated, unseen, adjustments)];
    const [first] = stakes;
    const isOne = first && stakes.every(({ currency }) => currency === first.currency);
    const amount = sum(stakes.map((stake) => stake.amount));
    return unseenIssue(unseen, isOne && !amount.isZero() ? { amount, currency: first.currency } : undefined);
  });
}
