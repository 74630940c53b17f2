import { civilOf, dayOf, monthsBetween } from "../calendar/day";
import { contains, daysOf, type Period } from "../calendar/period";
import { without } from "../calendar/periodSets";
import type { Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { billingPeriods } from "./billingPeriods";
import { fixedParts, settlementsOf, type FixedPart } from "./priceParts";
import { rateFixedPart } from "./rateParts";
import type { RatedItem } from "./ratedItem";
import { priceChains } from "./ratedBefore";
import type { RatingContext } from "./ratingContext";

/** The run after a run: whole months are followed by as many whole months, other runs by as many days. */
function following(run: Period): Period {
  const from = run.to + 1;
  const first = civilOf(run.from);
  const next = civilOf(from);
  const isWholeMonths = first.day === 1 && next.day === 1;
  if (!isWholeMonths) return { from, to: run.to + daysOf(run) };
  const months = monthsBetween(run.from, from);
  return { from, to: dayOf(next.year, next.month + months, 1) - 1 };
}

/** The parts of fixed prices that fall due in a window of days. */
function dueIn(contract: Contract, window: Period, context: RatingContext): FixedPart[] {
  const { fixed } = priceChains(contract, context);
  const basis = context.settings.prorationBasis;
  return billingPeriods(contract, window).flatMap((period) =>
    fixed
      .flatMap((chain) => fixedParts(contract, chain, period, basis))
      .filter(({ due }) => contains(window, due)),
  );
}

/**
 * The parts of fixed prices that a run bills: those due in it. With `Ahead`, recurring fees in advance are billed by the
 * run before the one in which they fall due; what was due before a contract had any run falls to that of its start.
 */
function partsOfRun(contract: Contract, run: Period, context: RatingContext): FixedPart[] {
  const due = dueIn(contract, run, context);
  if (context.settings.advanceBilling === "in_period" || contract.frequency === "one_time") return due;
  const isAhead = ({ price }: FixedPart) => price.timing === "advance" && !price.isOnce;
  const begins = contract.service.from;
  const ahead = begins > run.to ? [] : dueIn(contract, following(run), context).filter(isAhead);
  return [...due.filter((part) => !isAhead(part) || contains(run, begins)), ...ahead];
}

/** Whether final documents bill the product on every day of a part already, by lines that name their days. */
function isBilled(contract: Contract, { price, part }: FixedPart, billed: BilledService): boolean {
  const lines = billed
    .of(contract, price, part)
    .lines.filter(({ record }) => record.periodStart !== undefined && record.periodEnd !== undefined);
  return (
    lines.length > 0 &&
    without(
      part,
      lines.flatMap(({ period }) => period ?? []),
    ).length === 0
  );
}

/**
 * Changes of quantities within periods that documents bill in advance, or this run where it is of several periods: due by
 * the run and on no document yet. A period is as far back as a document bills it.
 */
function rateSettlements(
  contract: Contract,
  run: Period,
  { billed, isBilledNow }: { billed: BilledService; isBilledNow: (part: FixedPart) => boolean },
  context: RatingContext,
): RatedItem[] {
  const changed = contract.prices.flatMap(({ levels = [] }) => levels.map(({ from }) => from));
  if (changed.length === 0) return [];
  const basis = context.settings.prorationBasis;
  const window = { from: Math.min(...changed), to: run.to };
  const { fixed } = priceChains(contract, context);
  return billingPeriods(contract, window).flatMap((period) =>
    fixed
      .flatMap((chain) => fixedParts(contract, chain, period, basis))
      .filter((part) => isBilledNow(part) || isBilled(contract, part, billed))
      .flatMap((part) => settlementsOf(part, period.service, basis))
      .filter((part) => part.due <= run.to && !isSettled(contract, part, billed))
      .flatMap((part) => rateFixedPart(contract, part, context) ?? []),
  );
}

/** Whether a document has settled the change already: a line of exactly these days. */
function isSettled(contract: Contract, { price, part }: FixedPart, billed: BilledService): boolean {
  return billed
    .of(contract, price, part)
    .lines.some(({ period }) => period?.from === part.from && period.to === part.to);
}

/** The fixed fees that a run bills; days that a document bills already are never billed a second time. */
export function rateFixedFees(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  const due = partsOfRun(contract, run, context).filter((part) => !isBilled(contract, part, billed));
  const isBilledNow = ({ price, part }: FixedPart) =>
    due.some((now) => now.price === price && now.part.from === part.from);
  return [
    ...due.flatMap((part) => rateFixedPart(contract, part, context) ?? []),
    ...rateSettlements(contract, run, { billed, isBilledNow }, context),
  ];
}
