import { groupBy } from "../../base/groupBy";
import type { Contract } from "../../catalog/records";
import type { Discount } from "../../catalog/terms/agreements";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatExactMoney, formatPercent } from "../../money/format";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { periodOf, pricedAmounts, roundedOnce, sharedOver, type PricedAmount } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";

/** What one discount took before, by the billing periods that it reached, as final lines tell. */
type Taken = ReadonlyMap<number, Decimal>;

function takenBefore({ id }: Discount, { contract, billed }: StepInput): Taken {
  const lines = billed
    .ofTerm(id)
    .flatMap((line) =>
      line.contractId === contract.contractId && line.period
        ? [{ line, period: periodOf(contract, line.period.from) }]
        : [],
    );
  const byPeriod = groupBy(lines, ({ period }) => period);
  return new Map(
    [...byPeriod].map(([period, ofPeriod]) => [
      period,
      sum(ofPeriod.map(({ line }) => billed.netOf(line))).negated(),
    ]),
  );
}

/** A discount with the prices of one billing period that it takes of. */
interface Taking {
  readonly discount: Discount;
  readonly prices: readonly PricedAmount[];
  readonly amount: Decimal;
}

const billedBy = (prices: readonly PricedAmount[]) => sum(prices.map(({ amount }) => amount));

/** A percentage of what the prices bill, their sum rounded once; late lines bear that of their own days. */
function percentTaking(discount: Discount, percent: Decimal, prices: readonly PricedAmount[]): Taking {
  return { discount, prices, amount: billedBy(prices).times(percent) };
}

/**
 * An amount, once a billing period however many documents bill it, and what earlier ones left of it where that is carried:
 * 50.00 on a fee of 30.00 and later usage of the same period are 30.00 and 20.00.
 */
function amountTaking(
  discount: Discount,
  amount: Decimal,
  prices: readonly PricedAmount[],
  taken: Taken,
  period: number,
): Taking {
  const discounted = prices.filter((price) => !price.isLate && price.amount.greaterThan(0));
  const reached = Math.min(new Set([...taken.keys(), period]).size, discount.periods);
  const ofPeriod = isReached(discount, period, taken) ? amount.minus(taken.get(period) ?? zero) : zero;
  const due = discount.carries ? amount.times(reached).minus(sum([...taken.values()])) : ofPeriod;
  return { discount, prices: discounted, amount: Decimal.min(Decimal.max(due, zero), billedBy(discounted)) };
}

/** Whether a billing period is one of the first that a discount is agreed for. */
const isReached = ({ periods }: Discount, period: number, taken: Taken) =>
  taken.has(period) || taken.size < periods;

/** What a discount takes of one billing period; the period counts as reached where it takes something. */
function takingOf(discount: Discount, period: number, prices: readonly PricedAmount[], taken: Taken): Taking {
  if ("amount" in discount.of) return amountTaking(discount, discount.of.amount, prices, taken, period);
  return percentTaking(discount, discount.of.percent, isReached(discount, period, taken) ? prices : []);
}

function itemsOf(
  { discount, prices, amount }: Taking,
  contract: Contract,
  { settings }: RatingContext,
): RatedItem[] {
  const { currency } = contract;
  const whole = billedBy(prices);
  const off = roundedOnce(amount, currency, settings);
  if (off.isZero() || whole.isZero()) return [];
  const show = (figure: Decimal) => formatExactMoney(figure, currency);
  const shares = sharedOver(off, prices, currency, settings);
  const percent = "percent" in discount.of ? formatPercent(discount.of.percent) : "";
  const rule = percent === "" ? show(off) : `${percent} of ${show(whole)}`;
  return prices.flatMap((price, index) => {
    const share = shares[index]!;
    if (share.isZero()) return [];
    const ofWhole = prices.length === 1 ? "" : `, shared by ${show(price.amount)} of ${show(whole)}`;
    const term = {
      id: discount.id,
      name: `${price.price.description}: discount${percent && ` ${percent}`}`,
      sentence: `discount ${discount.id}, ${rule}${ofWhole}`,
    };
    const amountOff = share.negated();
    return [
      termItem({ contract, price: price.price, kind: "discount", term, part: price.part, amount: amountOff }),
    ];
  });
}

/**
 * Discounts on what the prices of a contract bill: percents compound on what is left, then amounts, never below 0.
 * 10 % and 25 % of 100.00 are 10.00 and 22.50; 10 % and 50.00 are 10.00 and 50.00.
 */
export const discounts: ContractStep = (input, context) => {
  const { contract } = input;
  const added: RatedItem[] = [];
  for (const discount of contract.agreed.discounts) {
    let taken = takenBefore(discount, input);
    const amounts = pricedAmounts(contract, [...input.items, ...added], context.settings).filter(
      ({ price, reachedOn }) => discount.reaches(price.product, reachedOn),
    );
    const periods = [...groupBy(amounts, ({ period }) => period)].sort(([a], [b]) => a - b);
    for (const [period, prices] of periods) {
      const items = itemsOf(takingOf(discount, period, prices, taken), contract, context);
      if (items.length === 0) continue;
      added.push(...items);
      const off = sum(items.map(({ whole }) => whole)).negated();
      taken = new Map([...taken, [period, off.plus(taken.get(period) ?? zero)]]);
    }
  }
  return added;
};
