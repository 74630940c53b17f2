import { unheard } from "../../issues/issue";
import { addMonths, type Day } from "../../calendar/day";
import type { DayCountBasis } from "../../calendar/proration";
import type { Contract } from "../../catalog/records";
import { endOfTerm } from "../../catalog/terms/renewal";
import type { Renewal } from "../../catalog/terms/agreements";
import { sum, type Decimal } from "../../money/decimal";
import { billingPeriods } from "../billingPeriods";
import { amountWithin } from "../daysWithin";
import { chainsOf } from "../priceChains";
import { fixedParts } from "../priceParts";
import { rateFixedPart } from "../rateParts";

/** A contract whose term ends soon. */
export interface EndingTerm {
  readonly contract: Contract;
  readonly renewal: Renewal;
  readonly endDate: Day;
  /** The last day on which notice may be given. */
  readonly noticeBy: Day;
  /** The end of the term that follows; undefined where there is none. */
  readonly renewedTo: Day | undefined;
  /** The fixed fees of that term, at the prices then. */
  readonly value: Decimal | undefined;
}

/** How far ahead somebody looks. */
const DAYS_AHEAD = 120;

function fixedFees(contract: Contract, from: Day, to: Day, basis: DayCountBasis): Decimal {
  const days = { from, to };
  const parts = billingPeriods(contract, days).flatMap((period) =>
    chainsOf(contract).fixed.flatMap((chain) => fixedParts(contract, chain, period, basis)),
  );
  const amounts = parts.flatMap((part) => {
    const item = rateFixedPart(contract, part, { report: unheard });
    return item ? [amountWithin(item.whole, item.part, days, basis)] : [];
  });
  return sum(amounts);
}

/**
 * The contracts whose notice or end is near a day. One until 31 December with 60 days of notice, that goes on for 12 months of
 * 100.00: notice by 1 November, renewed to 31 December of the next year, worth 1,200.00.
 */
export function endingTerms(contracts: readonly Contract[], asOf: Day, basis: DayCountBasis): EndingTerm[] {
  const isNear = (day: Day) => day >= asOf && day <= asOf + DAYS_AHEAD;
  return contracts.flatMap((contract): EndingTerm[] => {
    const { renewal } = contract.agreed;
    if (!renewal) return [];
    const endDate = endOfTerm(renewal, asOf);
    const noticeBy = endDate - renewal.notice;
    if (!isNear(endDate) && !isNear(noticeBy)) return [];
    const renewedTo = renewal.isAuto ? addMonths(endDate + 1, renewal.term) - 1 : undefined;
    const value = renewedTo === undefined ? undefined : fixedFees(contract, endDate + 1, renewedTo, basis);
    return [{ contract, renewal, endDate, noticeBy, renewedTo, value }];
  });
}
