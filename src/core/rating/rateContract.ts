import { knownValue } from "../base/knownValue";
import { mergePeriods } from "../calendar/periodSets";
import { groupBy } from "../base/groupBy";
import { formatDay } from "../calendar/day";
import { contains, type Period } from "../calendar/period";
import { readsUsage } from "../catalog/readsUsage";
import type { Contract, Price } from "../catalog/records";
import { makeIssue } from "../issues/issue";
import type { BilledService } from "../documents/billedService";
import { rowsWithin } from "../metering/usageIndex";
import { usageCell } from "../metering/usage";
import { usagePeriodsOf, type BillingPeriod } from "./billingPeriods";
import { conditionedRows } from "./conditionedRows";
import { placesOfPrices } from "./placesOfPrices";
import { rateFixedFees } from "./fixedFees";
import { rateLateUsage } from "./lateUsage";
import { metersOf } from "./meterPrice";
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

/**
 * A metered price takes the usage of its meter, but not where it bills a measure; so does a flat one, whose fee is owed
 * whatever the usage.
 */
function coversUsage(price: Price): boolean {
  return readsUsage(price) || (price.model.isFixed && price.quantity === undefined);
}

interface RowsOfPeriods {
  /** Rows that no price takes. */
  readonly unpriced: readonly Int32Array[];
  /** Rows that a flat fee takes: billed, whatever their quantity. */
  readonly covered: readonly Int32Array[];
}

/** Usage of a due period that no price of the contract covers: reported, and the contract waits. */
function checkUnpriced(
  contract: Contract,
  periods: readonly BillingPeriod[],
  context: RatingContext,
): RowsOfPeriods {
  const { metered, meters, contractIndex, report } = context;
  if (!metered) return { unpriced: [], covered: [] };
  const { usage, index } = metered;
  const contractNumber = knownValue(contractIndex, contract.contractId);
  /** Where prices share a meter by conditions, a row must fit one of them; elsewhere each is taken. */
  const takerOf = (pricing: readonly Price[]): ((row: number) => boolean) => {
    const shares = pricing.map(({ isFixed, meter }) =>
      isFixed ? undefined : conditionedRows(contract, meter, context),
    );
    return (row) => shares.some((share) => share?.isKnown(row) ?? true);
  };
  const unpriced: Int32Array[] = [];
  const covered: Int32Array[] = [];
  const readers = contract.prices
    .filter(coversUsage)
    .flatMap((price) => metersOf(price).map((meter) => ({ price, key: meters.get(meter).sourceKey })));
  const readersOf = groupBy(readers, ({ key }) => key);
  for (const meterKey of index.metersOf(contractNumber)) {
    const pricing = (readersOf.get(meterKey) ?? []).map(({ price }) => price);
    const priced = mergePeriods(pricing.map((price) => price.service));
    const isTaken = takerOf(pricing);
    const flat = mergePeriods(pricing.filter(({ isFixed }) => isFixed).map((price) => price.service));
    const all = index.rowsOf(contractNumber, meterKey);
    for (const { service } of periods) {
      const due = rowsWithin(usage, all, service);
      const isWithin = (row: number, days: readonly Period[]) =>
        days.some((span) => contains(span, Math.floor(usage.moments[row]!)));
      if (flat.length > 0) covered.push(due.filter((row) => isWithin(row, flat)));
      const rows = priced.length > 0 ? due.filter((row) => !isWithin(row, priced) || !isTaken(row)) : due;
      const first = rows[0];
      if (first === undefined) continue;
      unpriced.push(rows);
      // A price that could not be read is reported itself; its usage is not missing a price.
      if (contract.hasBrokenPrice) continue;
      const value = usage.meterNames[usage.meterOf[first]!]!;
      const words = {
        contract: contract.contractId,
        from: formatDay(service.from),
        to: formatDay(service.to),
      };
      report(
        makeIssue("UNPRICED_USAGE", {
          at: usageCell(usage, first, "meter"),
          value,
          words,
          holds: [contract.contractId],
        }),
      );
    }
  }
  return { unpriced, covered };
}

export interface RatedContract {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  /** The billing periods whose usage this run bills. */
  readonly usagePeriods: readonly BillingPeriod[];
  /** Rows of Usage in those periods that no price takes, and that a flat fee takes. */
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
  const items = followChain({ contract, run, billed, counting: billed, items: priced }, context);
  return {
    contract,
    items,
    usagePeriods,
    usageRows,
  };
}
