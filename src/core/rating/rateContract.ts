import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { usagePeriodsOf, type BillingPeriod } from "./billingPeriods";
import { placesOfPrices } from "./placesOfPrices";
import { rateFixedFees } from "./fixedFees";
import { rateLateUsage } from "./lateUsage";
import { rateMilestones } from "./projects/milestones";
import { ratePlacements } from "./projects/placements";
import { rateProgress } from "./projects/progress";
import { rateResults } from "./projects/results";
import { rateUsagePart } from "./rateParts";
import type { RatedItem } from "./ratedItem";
import { rateUsage } from "./rateUsage";
import type { RatingContext } from "./ratingContext";
import { followChain } from "./terms/chain";
import { rateUnbilled } from "./unbilledUsage";
import { checkUnpriced, type RowsOfPeriods } from "./unpricedUsage";

export interface RatedContract {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  /** The billing periods whose usage this run bills. */
  readonly usagePeriods: readonly BillingPeriod[];
  /** Rows of Usage in those periods that come to no amount, and that a flat fee takes. */
  readonly usageRows: RowsOfPeriods;
}

/** Usage of the periods that end in the run: all of it, or what documents do not bill of it already. */
function rateUsagePeriod(
  contract: Contract,
  period: BillingPeriod,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  return rateUsage(contract, period.full, context).flatMap((chain) => {
    const [first] = chain;
    const isBilled =
      context.metered && first && billed.of(contract, first.price, period.service).lines.length > 0;
    const rest = isBilled ? rateUnbilled(contract, chain, period, billed, context) : undefined;
    return rest ?? chain.flatMap((part) => rateUsagePart(contract, part, context) ?? []);
  });
}

/** Rows of usage that a price takes and cannot charge, as a quantity below zero. */
function unchargedRows(
  contract: Contract,
  periods: readonly BillingPeriod[],
  context: RatingContext,
): Int32Array[] {
  const parts = periods.flatMap(({ full }) => rateUsage(contract, full, context).flat());
  return parts.filter(({ usage }) => !usage.charge.ok).map(({ usage }) => usage.rows);
}

/** Items in the order of the contract's prices: fees first, then usage; parts of a price by their days. */
function inOrderOfPrices(contract: Contract, items: readonly RatedItem[]): RatedItem[] {
  const order = placesOfPrices(contract);
  const positionOf = ({ price }: RatedItem) => (price && order.get(price)) ?? contract.prices.length;
  return [...items].sort((a, b) => positionOf(a) - positionOf(b) || a.part.from - b.part.from);
}

/**
 * All that a run bills for a contract: fixed fees that are due, usage of the periods that end in the run, late usage
 * of periods issued before, and what the rules over its prices make of them. A suspended contract bills nothing.
 */
export function rateContract(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedContract {
  if (contract.isSuspended)
    return { contract, items: [], usagePeriods: [], usageRows: { unpriced: [], covered: [] } };
  const usagePeriods = usagePeriodsOf(contract, run);
  const usageRows = checkUnpriced(contract, usagePeriods, context);
  const current = [
    ...rateFixedFees(contract, run, billed, context),
    ...rateMilestones(contract, run, billed, context),
    ...rateProgress(contract, run, billed, context),
    ...usagePeriods.flatMap((period) => rateUsagePeriod(contract, period, billed, context)),
    ...rateResults(contract, run, billed, context),
    ...ratePlacements(contract, run, billed, context),
  ];
  const late = rateLateUsage(contract, run, billed, context);
  const priced = [...inOrderOfPrices(contract, current), ...inOrderOfPrices(contract, late)];
  const items = followChain({ contract, run, billed, items: priced }, context);
  const unpriced = [...usageRows.unpriced, ...unchargedRows(contract, usagePeriods, context)];
  return { contract, items, usagePeriods, usageRows: { ...usageRows, unpriced } };
}
