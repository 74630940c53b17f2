import { knownValue } from "../base/knownValue";
import { coveringPeriod, overlap, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { metersReadBy } from "../metering/readers";
import { rowsWithin, spanOf } from "../metering/usageIndex";
import { billingPeriods, type BillingPeriod } from "./billingPeriods";
import { isUsageAbsent, type RatingContext } from "./ratingContext";

/** The days before a run from which a contract has usage. */
function usedBefore(contract: Contract, run: Period, context: RatingContext): Period | undefined {
  const { metered, meters, contractIndex } = context;
  if (!metered) return undefined;
  const index = knownValue(contractIndex, contract.contractId);
  const spans = [...metersReadBy(contract, meters)].flatMap(
    (key) => spanOf(metered.usage, metered.index.rowsOf(index, key)) ?? [],
  );
  return overlap(coveringPeriod(spans), { from: -Infinity, to: run.from - 1 });
}

/** Whether all usage of a period came after it was closed: nothing of it was there to be billed then. */
function cameAfterClose(contract: Contract, { service }: BillingPeriod, context: RatingContext): boolean {
  const { metered, meters, contractIndex } = context;
  if (!metered || metered.afterClose.size === 0) return false;
  const index = knownValue(contractIndex, contract.contractId);
  const rows = [...metersReadBy(contract, meters)].flatMap((key) => [
    ...rowsWithin(metered.usage, metered.index.rowsOf(index, key), service),
  ]);
  return rows.length > 0 && rows.every((row) => metered.afterClose.has(row));
}

/**
 * Periods before a run whose late usage it bills: they were issued, perhaps with less, or closed with none. Another period
 * without any document is not billed here; the reconciliation names it. What came late to a period is not known while a
 * file of its usage is not here: then it waits for a run that has all of it.
 */
export function latePeriods(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): BillingPeriod[] {
  const hasLater = (context.metered?.afterClose.size ?? 0) > 0;
  const days = billed.bills(contract) || hasLater ? usedBefore(contract, run, context) : undefined;
  if (!days) return [];
  const isLate = (period: BillingPeriod) =>
    period.service.to < run.from &&
    !isUsageAbsent(context.metered, period.service) &&
    (billed.isIssued(contract, period.service) || cameAfterClose(contract, period, context));
  return billingPeriods(contract, days).filter(isLate);
}
