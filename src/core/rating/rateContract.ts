import { formatDay } from "../calendar/day";
import { overlap, contains, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { makeIssue } from "../grid/issue";
import type { Ledger } from "../ledger/ledger";
import { rowsWithin } from "../metering/usageIndex";
import { usageCell } from "../metering/usage";
import { fixedPartsOf, usagePeriodsOf, type BillingPeriod } from "./billingPeriods";
import { rateCommitment } from "./commitment";
import { rateLateUsage } from "./lateUsage";
import { rateFixedPart, rateUsagePart, type RatingContext } from "./rateParts";
import type { RatedItem } from "./ratedItem";

/** Usage of a due period that no price of the contract covers: reported, and the contract waits. */
function checkUnpriced(
  contract: Contract,
  periods: readonly BillingPeriod[],
  context: RatingContext,
): Int32Array[] {
  const { metered, meters, contractIndex, report } = context;
  if (!metered) return [];
  const { usage, index } = metered;
  const contractNumber = contractIndex.get(contract.contractId)!;
  const unpriced: Int32Array[] = [];
  for (const meterKey of index.metersOf(contractNumber)) {
    const readers = contract.prices.filter(
      ({ isFixed, meter }) => !isFixed && meters.get(meter).sourceKey === meterKey,
    );
    for (const { service } of periods) {
      const rows = rowsWithin(usage, index.rowsOf(contractNumber, meterKey), service).filter((row) => {
        const day = Math.floor(usage.moments[row]!);
        return !readers.some((price) => contains(price.service, day));
      });
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
  return unpriced;
}

export interface RatedContract {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  /** The billing periods whose usage this run bills. */
  readonly usagePeriods: readonly BillingPeriod[];
  /** Rows of Usage in those periods that no price covers. */
  readonly unpricedRows: readonly Int32Array[];
}

/**
 * All that a run bills for a contract: fixed fees that are due, usage of the periods that end in the run, late usage
 * of periods issued before, and the true-up of its commitment. A suspended contract bills nothing.
 */
export function rateContract(
  contract: Contract,
  run: Period,
  ledger: Ledger,
  context: RatingContext,
): RatedContract {
  if (contract.isSuspended) return { contract, items: [], usagePeriods: [], unpricedRows: [] };
  const usagePeriods = usagePeriodsOf(contract, run);
  const unpricedRows = checkUnpriced(contract, usagePeriods, context);
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
  const late = rateLateUsage(contract, run, ledger, context);
  const commitments = rateCommitment(contract, run, ledger, late, context);
  return { contract, items: [...current, ...late, ...commitments], usagePeriods, unpricedRows };
}
