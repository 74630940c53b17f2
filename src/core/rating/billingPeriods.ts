import { civilOf, dayOf, LAST_DAY } from "../calendar/day";
import { periodsWithin, type Cycle } from "../calendar/cycle";
import { contains, daysOf, overlap, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { Settings } from "../settings/settings";

/** A billing period of a contract: the full one of its cycle, and the days of it in which the contract is in force. */
export interface BillingPeriod {
  readonly full: Period;
  readonly service: Period;
}

/** The part of a billing period that one price covers. */
export interface PricePart {
  readonly full: Period;
  readonly part: Period;
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

function partsWithin(contract: Contract, price: Price, window: Period): PricePart[] {
  return billingPeriods(contract, window).flatMap(({ full }) => {
    const part = overlap(full, price.service);
    return part ? [{ full, part }] : [];
  });
}

/** The run after a run: whole months are followed by as many whole months, other runs by as many days. */
function following(run: Period): Period {
  const from = run.to + 1;
  const first = civilOf(run.from);
  const next = civilOf(from);
  const isWholeMonths = first.day === 1 && next.day === 1;
  if (!isWholeMonths) return { from, to: run.to + daysOf(run) };
  const months = (next.year - first.year) * 12 + next.month - first.month;
  return { from, to: dayOf(next.year, next.month + months, 1) - 1 };
}

/**
 * The parts of a fixed price that a run bills. In advance: those that begin in the run (with `ahead`, those that begin
 * in the period after it, and in the run itself only a price's first). In arrears: those of periods that end in it.
 */
export function fixedPartsOf(
  contract: Contract,
  price: Price,
  run: Period,
  advance: Settings["advanceBilling"],
): PricePart[] {
  if (contract.frequency === "one_time" || price.isOnce) {
    const { from, to } = price.service;
    // A fee without an end is for the day it falls due; its period would print as the year 9999.
    const part = { from, to: to === LAST_DAY ? from : to };
    return contains(run, from) ? [{ full: part, part }] : [];
  }
  if (price.timing === "arrears") {
    return usagePeriodsOf(contract, run).flatMap(({ full }) => {
      const part = overlap(full, price.service);
      return part ? [{ full, part }] : [];
    });
  }
  const begins = partsWithin(contract, price, run).filter(({ part }) => contains(run, part.from));
  if (advance === "in_period") return begins;
  const isFirst = ({ part }: PricePart) => part.from === price.service.from;
  const next = following(run);
  const ahead = partsWithin(contract, price, next).filter(({ part }) => contains(next, part.from));
  return [...begins.filter(isFirst), ...ahead.filter((part) => !isFirst(part))];
}
