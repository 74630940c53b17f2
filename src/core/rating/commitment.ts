import type { Period } from "../calendar/period";
import { prorate, type DayCountBasis, type DayFraction } from "../calendar/proration";
import type { Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { Decimal, one, sum, zero } from "../money/decimal";
import type { BillingPeriod } from "./billingPeriods";
import { endedBefore, endingIn } from "./commitmentPeriods";
import { countedAmount } from "./countedAmount";
import { itemWithin } from "./itemWithin";
import { noRows, type RatedItem } from "./ratedItem";
import type { RatingContext } from "./ratingContext";
import { serviceRuns } from "./serviceRuns";

interface OwedCommitment {
  readonly owed: Decimal;
  /** The days that it is for: free days at the start are not among them. */
  readonly part: Period;
  readonly fraction: DayFraction;
}

/**
 * What the commitments of a contract come to in a period, each by its days of the full one: 310.00 agreed from 15
 * October is 170.00 in October. Undefined where none is in force.
 */
function owedWithin(
  { commitments }: Contract,
  { full, service }: BillingPeriod,
  basis: DayCountBasis,
): OwedCommitment | undefined {
  const shares = serviceRuns(commitments, full, basis).flat();
  const [first] = shares;
  if (!first) return undefined;
  return {
    owed: sum(shares.map(({ item, fraction }) => prorate(item.amount, fraction))),
    part: { from: first.part.from, to: service.to },
    fraction: {
      numerator: shares.reduce((days, { fraction }) => days + fraction.numerator, 0),
      denominator: first.fraction.denominator,
    },
  };
}

/** What is missing to a commitment, never below 0: owed 500.00, billed 412.30 is 87.70. Credits make billed negative. */
export function trueUp(owed: Decimal, billed: Decimal): Decimal {
  return Decimal.max(zero, owed.minus(billed));
}

interface TrueUpAmounts {
  /** What counts towards the commitment. */
  readonly counted: Decimal;
  /** The true-up that is due in all, and what of it was billed before. */
  readonly whole: Decimal;
  readonly before: Decimal;
}

function trueUpItem(
  contract: Contract,
  { full }: BillingPeriod,
  { part, fraction }: OwedCommitment,
  { counted, whole, before }: TrueUpAmounts,
): RatedItem[] {
  const amount = whole.minus(before);
  if (amount.isZero()) return [];
  const line = {
    kind: "minimum" as const,
    tier: "",
    quantity: one,
    unitPrice: amount,
    flatFee: zero,
    amount,
  };
  return [
    {
      contract,
      price: undefined,
      kind: "commitment",
      full,
      part,
      fraction,
      late: undefined,
      quantity: counted,
      rows: noRows,
      lines: [line],
      whole,
      before,
    },
  ];
}

/** What a run knows when it comes to the commitments of a contract. */
export interface CommitmentInput {
  readonly run: Period;
  readonly billed: BilledService;
  /** What the run itself bills of the contract's prices, late usage included. */
  readonly items: readonly RatedItem[];
}

/** The true-ups of the commitment periods that end in some days, as the commitment and what counts towards it say. */
export function owedTrueUps(
  contract: Contract,
  { run, billed, items }: CommitmentInput,
  context: RatingContext,
): { readonly period: BillingPeriod; readonly due: OwedCommitment; readonly counted: Decimal }[] {
  if (contract.commitments.length === 0) return [];
  return endingIn(contract, contract.commitmentPeriod, run).flatMap((period) => {
    const due = owedWithin(contract, period, context.settings.prorationBasis);
    if (!due) return [];
    const counted = countedAmount({ contract, days: period.service, billed, items }, context);
    return [{ period, due, counted }];
  });
}

/**
 * The true-up of a minimum commitment, due at the end of its period: commitment × share of the period − billed, where
 * that is above 0. One that was billed before is looked at with the late usage of its period.
 */
export function rateCommitment(
  contract: Contract,
  input: CommitmentInput,
  context: RatingContext,
): RatedItem[] {
  return owedTrueUps(contract, input, context).flatMap(({ period, due, counted: all }) => {
    const known = input.billed.trueUpOf(contract, period.service);
    if (known.greaterThan(0)) return [];
    // A later run billed late usage and took as much of the true-up back: before both, that much less counted.
    const counted = all.plus(known);
    return trueUpItem(contract, period, due, { counted, whole: trueUp(due.owed, counted), before: zero });
  });
}

/**
 * What late usage takes back of true-ups that were billed before, so that both together bill what the commitment leaves:
 * of 100.00 agreed, 80.00 used and 20.00 true-up, 15.00 of late usage take 15.00 back, and 40.00 take all 20.00. Where
 * it makes usage cheaper, as in a volume price, the true-up rises by as much: 5.00 less used, 5.00 more true-up.
 */
export function netTrueUps(
  contract: Contract,
  { run, billed, items }: CommitmentInput,
  context: RatingContext,
): RatedItem[] {
  if (contract.commitments.length === 0) return [];
  const kind = contract.commitmentPeriod;
  // A run of several periods may bring late usage of one that a run of its own has billed.
  const billedWithin = endingIn(contract, kind, run).filter(({ service }) =>
    billed.trueUpOf(contract, service).greaterThan(0),
  );
  return [...endedBefore(contract, kind, run, items), ...billedWithin].flatMap((period) => {
    const before = billed.trueUpOf(contract, period.service);
    const due = owedWithin(contract, period, context.settings.prorationBasis);
    if (!due || before.isNegative()) return [];
    const counted = countedAmount({ contract, days: period.service, billed, items }, context);
    const missing = trueUp(due.owed, counted);
    // Usage of the last days of a commitment period may also come before its billing period ends.
    const usage = items.filter(({ kind }) => kind === "usage");
    const since = sum(usage.map((item) => itemWithin(item, period.service, context)));
    const missed = trueUp(due.owed, counted.minus(since));
    const more = Decimal.min(missing.minus(missed), missing.minus(before));
    if (more.greaterThan(0))
      return trueUpItem(contract, period, due, { counted, whole: before.plus(more), before });
    const back = Decimal.min(before, missed.minus(missing), before.minus(missing));
    if (back.lessThanOrEqualTo(0)) return [];
    return trueUpItem(contract, period, due, { counted, whole: before.minus(back), before });
  });
}
