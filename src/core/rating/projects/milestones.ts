import { nameKey } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import { FIRST_DAY, LAST_DAY } from "../../calendar/day";
import type { Period } from "../../calendar/period";
import type { Contract, Price } from "../../catalog/records";
import { milestonePrice } from "../../catalog/terms/projects";
import type { Milestone } from "../../catalog/terms/projectTerms";
import type { BilledService } from "../../documents/billedService";
import { makeIssue, type Report } from "../../issues/issue";
import { minorDigits } from "../../money/currency";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { projectItem } from "./projectItem";

/** A milestone with the price of its day. */
interface PricedMilestone {
  readonly milestone: Milestone;
  readonly price: Price;
}

/**
 * What each milestone of a project comes to, in the order in which they are billed: the one that completes the project takes
 * the rest.
 */
function amountsOf(milestones: readonly PricedMilestone[], rounded: (exact: Decimal) => Decimal): Decimal[] {
  let shared = zero;
  let percents = zero;
  let paid = zero;
  return milestones.map(({ milestone: { of }, price }) => {
    const total = price.flatFee ?? zero;
    const whole = "amount" in of ? of.amount : total.times(of.percent);
    shared = shared.plus(whole);
    if ("percent" in of) percents = percents.plus(of.percent);
    const completes = shared.equals(total) || percents.equals(one);
    const amount = completes ? total.minus(paid) : rounded(whole);
    paid = paid.plus(amount);
    return amount;
  });
}

function reportWaiting({ name, at }: Milestone, contract: Contract, amount: Decimal, report: Report): void {
  const stake = { amount, currency: contract.currency };
  report(
    makeIssue("EVIDENCE_MISSING", { at, value: name, words: { subject: `milestone “${name}”` }, stake }),
  );
}

/** In the order in which they were reached; those that are open come last. */
const byReached = (a: Milestone, b: Milestone) => (a.reached ?? LAST_DAY) - (b.reached ?? LAST_DAY);

/**
 * Milestones reached up to the end of a run that no document bills. 30, 30 and 40 % of 1,000.01 are 300.00, 300.00 and
 * the rest, 400.01.
 */
export function rateMilestones(
  contract: Contract,
  run: Period,
  billed: BilledService,
  { report, settings }: RatingContext,
): RatedItem[] {
  const { milestones } = contract.agreed.projects;
  const digits = minorDigits(contract.currency);
  const rounded = (exact: Decimal) => round(exact, digits, settings.roundingMode);
  const priced = milestones.flatMap((milestone): PricedMilestone[] => {
    const price = milestonePrice(contract, milestone);
    return price ? [{ milestone, price }] : [];
  });
  return [...groupBy(priced, ({ price }) => nameKey(price.product)).values()].flatMap((group) => {
    const { lines } = billed.of(contract, group[0].price, { from: FIRST_DAY, to: LAST_DAY });
    const done = new Set(lines.map(({ tier = "" }) => nameKey(tier)));
    const isDone = ({ name }: Milestone) => done.has(nameKey(name));
    const waits = ({ milestone, price }: PricedMilestone) => price.needsEvidence && !milestone.hasEvidence;
    // One that was reached before and is billed later, for it waited or was written down late, is not before those.
    const stageOf = (entry: PricedMilestone) => (isDone(entry.milestone) ? 0 : waits(entry) ? 2 : 1);
    const inOrder = [...group].sort((a, b) => stageOf(a) - stageOf(b) || byReached(a.milestone, b.milestone));
    const amounts = amountsOf(inOrder, rounded);
    return inOrder.flatMap((entry, index) => {
      const { milestone, price } = entry;
      const { name, reached } = milestone;
      const amount = amounts[index]!;
      if (reached === undefined || reached > run.to || isDone(milestone)) return [];
      if (waits(entry)) {
        reportWaiting(milestone, contract, amount, report);
        return [];
      }
      return [projectItem(contract, price, { day: reached, tier: name, amount })];
    });
  });
}

/** What documents bill of a project until now. */
export function billedOfProject(contract: Contract, price: Price, billed: BilledService): Decimal {
  return sum(billed.of(contract, price, { from: FIRST_DAY, to: LAST_DAY }).lines.map(billed.netOf));
}
