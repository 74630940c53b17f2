import { mergePeriods } from "../calendar/periodSets";
import { groupBy } from "../base/groupBy";
import { formatDay } from "../calendar/day";
import { overlap, contains, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { makeIssue } from "../issues/issue";
import type { DocumentRegister } from "../documents/register";
import { rowsWithin } from "../metering/usageIndex";
import { usageCell } from "../metering/usage";
import { fixedPartsOf, usagePeriodsOf, type BillingPeriod } from "./billingPeriods";
import { rateCommitment } from "./commitment";
import { rateLateUsage } from "./lateUsage";
import { rateFixedPart, rateUsagePart, type RatingContext } from "./rateParts";
import type { RatedItem } from "./ratedItem";

/** A metered price takes the usage of its meter; so does a flat one, whose fee is owed whatever the usage. */
function coversUsage({ isFixed, model, quantity }: Price): boolean {
  return !isFixed || (model.isFixed && quantity === undefined);
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
  const contractNumber = contractIndex.get(contract.contractId)!;
  const unpriced: Int32Array[] = [];
  const covered: Int32Array[] = [];
  const readersOf = groupBy(contract.prices.filter(coversUsage), ({ meter }) => meters.get(meter).sourceKey);
  for (const meterKey of index.metersOf(contractNumber)) {
    const readers = readersOf.get(meterKey) ?? [];
    const priced = mergePeriods(readers.map((price) => price.service));
    const flat = mergePeriods(readers.filter(({ isFixed }) => isFixed).map((price) => price.service));
    for (const { service } of periods) {
      const due = rowsWithin(usage, index.rowsOf(contractNumber, meterKey), service);
      const isWithin = (row: number, days: readonly Period[]) =>
        days.some((each) => contains(each, Math.floor(usage.moments[row]!)));
      covered.push(due.filter((row) => isWithin(row, flat)));
      const rows = due.filter((row) => !isWithin(row, priced));
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

/**
 * All that a run bills for a contract: fixed fees that are due, usage of the periods that end in the run, late usage
 * of periods issued before, and the true-up of its commitment. A suspended contract bills nothing.
 */
export function rateContract(
  contract: Contract,
  run: Period,
  register: DocumentRegister,
  context: RatingContext,
): RatedContract {
  if (contract.isSuspended)
    return { contract, items: [], usagePeriods: [], usageRows: { unpriced: [], covered: [] } };
  const usagePeriods = usagePeriodsOf(contract, run);
  const usageRows = checkUnpriced(contract, usagePeriods, context);
  const { advanceBilling } = context.settings;
  const current = contract.prices.flatMap((price): RatedItem[] => {
    if (price.isFixed) {
      const parts = fixedPartsOf(contract, price, run, advanceBilling);
      return parts.flatMap((part) => rateFixedPart(contract, price, part, context) ?? []);
    }
    return usagePeriods.flatMap(({ full }) => {
      const part = overlap(full, price.service);
      return (part && rateUsagePart(contract, price, { full, part }, context)) ?? [];
    });
  });
  const late = rateLateUsage(contract, run, register, context);
  const commitments = rateCommitment(contract, run, register, late, context);
  return { contract, items: [...current, ...late, ...commitments], usagePeriods, usageRows };
}
