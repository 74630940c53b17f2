import { addMonths, LAST_DAY } from "../calendar/day";
import { contains, overlap, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { billingPeriods, type BillingPeriod } from "./billingPeriods";
import type { RatedItem } from "./ratedItem";

/** The stretches of time that a promise or a limit is for. */
export type TermPeriod = "billing_period" | "contract_year" | "contract";

/** The contract's years that share a day with a window: twelve months from its start, the last cut at its end. */
function contractYears({ service }: Contract, window: Period): BillingPeriod[] {
  const years: BillingPeriod[] = [];
  for (let start = service.from, year = 1; start <= Math.min(service.to, window.to); year++) {
    const next = addMonths(service.from, 12 * year);
    const full = { from: start, to: next - 1 };
    const days = overlap(full, service)!;
    if (days.to >= window.from) years.push({ full, service: days });
    start = next;
  }
  return years;
}

/** The periods of a kind that share a day with a window. */
export function termPeriods(contract: Contract, kind: TermPeriod, window: Period): BillingPeriod[] {
  const { service } = contract;
  if (kind === "billing_period") return billingPeriods(contract, window);
  if (kind === "contract_year") return contractYears(contract, window);
  return overlap(service, window) ? [{ full: service, service }] : [];
}

/** The periods of a kind that end in a run; one of a contract without an end never does. */
export function endingIn(contract: Contract, kind: TermPeriod, run: Period): BillingPeriod[] {
  return termPeriods(contract, kind, run).filter(
    ({ service }) => service.to < LAST_DAY && contains(run, service.to),
  );
}

/** The periods of a kind that ended before a run and in which an item of it has days. */
export function endedBefore(
  contract: Contract,
  kind: TermPeriod,
  run: Period,
  items: readonly RatedItem[],
): BillingPeriod[] {
  const earlier = items.filter(({ part }) => part.from < run.from);
  if (earlier.length === 0) return [];
  const window = { from: Math.min(...earlier.map(({ part }) => part.from)), to: run.from - 1 };
  return termPeriods(contract, kind, window).filter(
    ({ service }) =>
      service.to < run.from && earlier.some(({ part }) => overlap(part, service) !== undefined),
  );
}
