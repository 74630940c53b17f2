import { groupBy, type Group } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { contains, overlap, type Period } from "../../calendar/period";
import { dayFraction, prorate } from "../../calendar/proration";
import type { Contract } from "../../catalog/records";
import type { Commitment } from "../../catalog/terms/agreements";
import { isAmong } from "../../catalog/terms/products";
import type { BilledService } from "../../documents/billedService";
import { sum, zero, type Decimal } from "../../money/decimal";
import { formatExactMoney, formatFigure } from "../../money/format";
import { chargeQuantity } from "../../pricing/charge";
import { usagePeriodsOf, type BillingPeriod } from "../billingPeriods";
import { endedBefore, endingIn, termPeriods, type TermPeriod } from "../commitmentPeriods";
import { countedAmount } from "../countedAmount";
import { isWithin } from "../daysWithin";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { dueOf, stackUp, type BilledByProduct, type Due, type Reached } from "./commitmentStack";
import { roundedOnce } from "./pricedAmounts";
import { termItem, type ContractStep } from "./step";

/** A contract whose usage counts towards promises, with what the run bills of it. */
export interface Counted {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
}

/** Promises that take usage one after the other, and over whom. */
interface Stack {
  /** In their order, all of one period. */
  readonly commitments: readonly Commitment[];
  readonly members: readonly Counted[];
  /** Whose periods they follow, and whose document bears what is due. */
  readonly carrier: Contract;
  readonly run: Period;
  readonly billed: BilledService;
}

/** The time that a promise is counted in; one for every day in its billing period. */
export const termPeriodOf = ({ period }: Commitment): TermPeriod =>
  period === "day" ? "billing_period" : period;

/** What a promise comes to in a period: by its days of the full one; units at the price in force at the end. */
function owedIn(
  commitment: Commitment,
  { full, service }: BillingPeriod,
  contract: Contract,
  context: RatingContext,
): Decimal {
  const whole =
    "amount" in commitment.of
      ? commitment.of.amount
      : worthOf(commitment.of.quantity, commitment, service, contract);
  if (commitment.period === "day" || commitment.period === "contract") return whole;
  return prorate(whole, dayFraction(service, full, context.settings.prorationBasis));
}

function worthOf(quantity: Decimal, { products }: Commitment, days: Period, { prices }: Contract): Decimal {
  const price = prices
    .filter((candidate) => isAmong(products, candidate.product) && overlap(candidate.service, days))
    .at(-1);
  const charge = price && chargeQuantity(quantity, price);
  return charge?.ok ? charge.amount : zero;
}

/** What each product of the members bills in some days, after discounts and limits. */
function billedIn(
  days: Period,
  { commitments, members, billed }: Stack,
  context: RatingContext,
): BilledByProduct {
  const amounts = new Map<string, Decimal>();
  for (const { contract, items } of members) {
    const products = new Set(contract.prices.map(({ product }) => nameKey(product)));
    for (const product of products) {
      if (!commitments.some((commitment) => isAmong(commitment.products, product))) continue;
      const input = { contract, days, billed, items, products: new Set([product]) };
      amounts.set(product, (amounts.get(product) ?? zero).plus(countedAmount(input, context)));
    }
  }
  return amounts;
}

/** Promises for every day are kept or not day by day. */
function reachedByDay(
  days: Period,
  period: BillingPeriod,
  stack: Stack,
  context: RatingContext,
): Map<Commitment, Reached> {
  const all = new Map<Commitment, Reached>();
  for (let day = days.from; day <= days.to; day++) {
    const billed = billedIn({ from: day, to: day }, stack, context);
    const owed = (commitment: Commitment) => owedIn(commitment, period, stack.carrier, context);
    for (const [commitment, reached] of stackUp(stack.commitments, billed, owed)) {
      const before = all.get(commitment) ?? { owed: zero, taken: zero, excess: zero };
      all.set(commitment, {
        owed: before.owed.plus(reached.owed),
        taken: before.taken.plus(reached.taken),
        excess: before.excess.plus(reached.excess),
      });
    }
  }
  return all;
}

function reachedIn(
  days: Period,
  period: BillingPeriod,
  stack: Stack,
  context: RatingContext,
): ReadonlyMap<Commitment, Reached> {
  if (stack.commitments[0]?.period === "day") return reachedByDay(days, period, stack, context);
  const owed = (commitment: Commitment) => owedIn(commitment, period, stack.carrier, context);
  return stackUp(stack.commitments, billedIn(days, stack, context), owed);
}

/** A commitment period of a run: one that ends in it, one that late usage reopens, or one that goes on. */
interface DuePeriod {
  readonly period: BillingPeriod;
  /** The days that count so far. */
  readonly days: Period;
  readonly hasEnded: boolean;
}

/** One that goes on counts up to the last day whose usage the run bills: beyond a promise is beyond at once. */
function openPeriods(kind: TermPeriod, { carrier, run, members }: Stack): DuePeriod[] {
  if (kind === "billing_period") return [];
  const last = members.flatMap(({ contract }) =>
    usagePeriodsOf(contract, run).map(({ service }) => service.to),
  );
  const to = Math.max(...last);
  if (!Number.isFinite(to)) return [];
  return termPeriods(carrier, kind, { from: to, to })
    .filter(({ service }) => !contains(run, service.to) && service.to > to)
    .map((period) => ({ period, days: { from: period.service.from, to }, hasEnded: false }));
}

function duePeriods(kind: TermPeriod, stack: Stack): DuePeriod[] {
  const { carrier, run, members } = stack;
  const items = members.flatMap((member) => member.items);
  const ended = [...endedBefore(carrier, kind, run, items), ...endingIn(carrier, kind, run)];
  return [
    ...ended.map((period) => ({ period, days: period.service, hasEnded: true })),
    ...openPeriods(kind, stack),
  ];
}

/** What was billed of a promise for the days that count, as final lines tell; what later runs billed is of more days. */
function billedBefore(
  { id }: Commitment,
  kind: "commitment" | "overage",
  days: Period,
  billed: BilledService,
): Decimal {
  const lines = billed
    .ofTerm(id)
    .filter((line) => line.kind === kind && line.period && isWithin(line.period, days));
  return sum(lines.map(billed.netOf));
}

/** The tax code that the prices of a promise agree on, else the contract's. */
function taxCodeOf({ products }: Commitment, { members, carrier }: Stack): string {
  const prices = members.flatMap(({ contract }) => contract.prices);
  const codes = new Set(
    prices.filter(({ product }) => isAmong(products, product)).map(({ taxCode }) => taxCode),
  );
  const [only = carrier.taxCode] = codes;
  return codes.size === 1 ? only : carrier.taxCode;
}

function itemsOf(
  commitment: Commitment,
  reached: Reached,
  { days, hasEnded }: DuePeriod,
  stack: Stack,
  context: RatingContext,
): RatedItem[] {
  const { carrier, billed } = stack;
  const { currency } = carrier;
  const show = (amount: Decimal) => formatExactMoney(amount, currency);
  const due: Due = dueOf(commitment, reached);
  const taxCode = taxCodeOf(commitment, stack);
  const sentences = {
    commitment: `commitment ${commitment.id} not reached: ${show(reached.owed)} − ${show(reached.taken)} billed`,
    overage: `beyond commitment ${commitment.id}: ${show(reached.excess)} × (${formatFigure(commitment.factor)} − 1)`,
  };
  const itemOf = (kind: "commitment" | "overage", whole: Decimal): RatedItem[] => {
    const before = billedBefore(commitment, kind, days, billed);
    const amount = roundedOnce(whole, currency, context.settings).minus(before);
    if (amount.isZero()) return [];
    const less = before.isZero() ? "" : ` − ${show(before)} billed before`;
    const name = kind === "overage" ? `Beyond commitment ${commitment.id}` : `Commitment ${commitment.id}`;
    const term = { id: commitment.id, name, sentence: `${sentences[kind]}${less}`, taxCode };
    return [termItem({ contract: carrier, price: undefined, kind, term, part: days, amount })];
  };
  return [...itemOf("overage", due.overage), ...(hasEnded ? itemOf("commitment", due.lacks) : [])];
}

/** What promises add to the bill of a run. */
export function rateStack(stack: Stack, context: RatingContext): RatedItem[] {
  const [first] = stack.commitments;
  if (!first) return [];
  return duePeriods(termPeriodOf(first), stack).flatMap((due) =>
    [...reachedIn(due.days, due.period, stack, context)].flatMap(([commitment, reached]) =>
      itemsOf(commitment, reached, due, stack, context),
    ),
  );
}

/** The promises of one period, which stack; those of another period count the same usage for themselves. */
export function stacksOf(commitments: readonly Commitment[]): Group<Commitment>[] {
  const kinds = ["billing_period", "contract_year", "contract", "day"] as const;
  const groups = groupBy(commitments, ({ period }) => period);
  return kinds.flatMap((kind) => {
    const stack = groups.get(kind);
    return stack ? [stack] : [];
  });
}

/**
 * What a contract's commitments lack, and what usage beyond them costs. Of 1,000.00 promised at a factor of 1.5, usage
 * of 1,200.00 costs 100.00 more, and usage of 800.00 lacks 200.00.
 */
export const commitments: ContractStep = ({ contract, run, billed, items }, context) =>
  stacksOf(contract.agreed.commitments).flatMap((stack) =>
    rateStack(
      { commitments: stack, members: [{ contract, items }], carrier: contract, run, billed },
      context,
    ),
  );
