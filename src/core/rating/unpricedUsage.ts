import { groupBy } from "../base/groupBy";
import { knownValue } from "../base/knownValue";
import { formatDay } from "../calendar/day";
import { contains } from "../calendar/period";
import { mergePeriods } from "../calendar/periodSets";
import { metersOf, readsUsage } from "../catalog/readsUsage";
import type { Contract, Price } from "../catalog/records";
import { makeIssue } from "../issues/issue";
import { usageCell, type Usage } from "../metering/usage";
import { rowsWithin } from "../metering/usageIndex";
import type { BillingPeriod } from "./billingPeriods";
import { conditionedRows } from "./conditionedRows";
import type { RatingContext } from "./ratingContext";

/**
 * A metered price takes the usage of its meter, but not where it bills a measure; so does a flat one, whose fee is owed
 * whatever the usage.
 */
function coversUsage(price: Price): boolean {
  return readsUsage(price) || (price.model.isFixed && price.quantity === undefined);
}

type OfRow = (row: number) => boolean;

/** Which rows the prices of a meter take, and which of them a flat fee takes, if there is one. */
interface Takers {
  readonly isTaken: OfRow;
  readonly isFlat: OfRow | undefined;
}

function takersOf(
  pricing: readonly Price[],
  contract: Contract,
  context: RatingContext,
  usage: Usage,
): Takers {
  const within = (prices: readonly Price[]): OfRow => {
    const spans = mergePeriods(prices.map(({ service }) => service));
    return (row) => spans.some((span) => contains(span, Math.floor(usage.moments[row]!)));
  };
  // Where prices share a meter by conditions, a row must fit one of them; elsewhere each is taken.
  const shares = pricing.map((price) => conditionedRows(contract, price, context));
  const isPriced = within(pricing);
  const flat = pricing.filter(({ isFixed }) => isFixed);
  return {
    isTaken: (row) => isPriced(row) && shares.some((share) => share?.isKnown(row) ?? true),
    isFlat: flat.length > 0 ? within(flat) : undefined,
  };
}

export interface RowsOfPeriods {
  /** Rows that come to no amount: no price takes them, or the one that does cannot charge them. */
  readonly unpriced: readonly Int32Array[];
  /** Rows that a flat fee takes: billed, whatever their quantity. */
  readonly covered: readonly Int32Array[];
}

/** Usage of a due period that no price of the contract covers: reported, and the contract waits. */
export function checkUnpriced(
  contract: Contract,
  periods: readonly BillingPeriod[],
  context: RatingContext,
): RowsOfPeriods {
  const { metered, meters, contractIndex, report } = context;
  if (!metered) return { unpriced: [], covered: [] };
  const { usage, index } = metered;
  const contractNumber = knownValue(contractIndex, contract.contractId);
  const holds = [contract.contractId];
  const due = periods.map(({ service }) => {
    const words = {
      contract: contract.contractId,
      from: formatDay(service.from),
      to: formatDay(service.to),
    };
    return { service, words };
  });
  const readers = contract.prices
    .filter(coversUsage)
    .flatMap((price) => metersOf(price).map((meter) => ({ price, key: meters.get(meter).sourceKey })));
  const readersOf = groupBy(readers, ({ key }) => key);
  const unpriced: Int32Array[] = [];
  const covered: Int32Array[] = [];
  for (const meterKey of index.metersOf(contractNumber)) {
    const pricing = readersOf.get(meterKey)?.map(({ price }) => price);
    const takers = pricing && takersOf(pricing, contract, context, usage);
    const all = index.rowsOf(contractNumber, meterKey);
    for (const { service, words } of due) {
      const dated = rowsWithin(usage, all, service);
      if (takers?.isFlat) covered.push(dated.filter(takers.isFlat));
      const rows = takers ? dated.filter((row) => !takers.isTaken(row)) : dated;
      const first = rows[0];
      if (first === undefined) continue;
      unpriced.push(rows);
      // A price that could not be read is reported itself; its usage is not missing a price.
      if (contract.hasBrokenPrice) continue;
      const value = usage.meterNames[usage.meterOf[first]!]!;
      report(makeIssue("UNPRICED_USAGE", { at: usageCell(usage, first, "meter"), value, words, holds }));
    }
  }
  return { unpriced, covered };
}
