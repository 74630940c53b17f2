import { LAST_DAY } from "../calendar/day";
import { periodsWithin, type Cycle } from "../calendar/cycle";
import { contains, overlap, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";

/** A billing period of a contract: the full one of its cycle, and the days of it in which the contract is in force. */
export interface BillingPeriod {
  readonly full: Period;
  readonly service: Period;
}

/** A one-time contract has one period, its service; an open end is billed by calendar months of usage. */
function cycleOf(contract: Contract): Cycle | undefined {
  const { frequency, service, anchorDay } = contract;
  if (frequency !== "one_time") return { frequency, anchorDay, start: service.from };
  return service.to === LAST_DAY ? { frequency: "monthly", anchorDay: 1, start: service.from } : undefined;
}

/** The billing periods of a contract that share a day with a window, in order. */
export function billingPeriods(contract: Contract, window: Period): BillingPeriod[] {
  const days = overlap(contract.service, window);
  if (!days) return [];
  const cycle = cycleOf(contract);
  if (!cycle) return [{ full: contract.service, service: contract.service }];
  return periodsWithin(cycle, days).map((full) => ({ full, service: overlap(full, contract.service)! }));
}

/** The billing periods whose usage a run bills: those whose last day in force lies in the run. */
export function usagePeriodsOf(contract: Contract, run: Period): BillingPeriod[] {
  return billingPeriods(contract, run).filter(({ service }) => contains(run, service.to));
}
