import { groupBy } from "../../base/groupBy";
import type { Day } from "../../calendar/day";
import { coveringPeriod, type Period } from "../../calendar/period";
import type { Contract, Price } from "../../catalog/records";
import { allocate } from "../../money/allocate";
import { minorDigits } from "../../money/currency";
import { sum, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { Settings } from "../../settings/settings";
import { billingPeriods } from "../billingPeriods";
import { billedAmount, type RatedItem } from "../ratedItem";

/** What a price bills in a run: for its own days, or later for days of an earlier one. */
export interface PricedAmount {
  readonly price: Price;
  readonly part: Period;
  /** The first day of the billing period that the day lies in by which a discount reaches it. */
  readonly period: number;
  /** Usage that came late, or what settles a change within days that were billed before. */
  readonly isLate: boolean;
  /** The day by which a discount reaches it: its first, or that of the line which it settles. */
  readonly reachedOn: Day;
  readonly amount: Decimal;
}

const isLateItem = ({ late, settlesFrom }: RatedItem) => late !== undefined || settlesFrom !== undefined;

/** The first day of the billing period of a contract that holds a day. */
export function periodOf(contract: Contract, day: number): number {
  return billingPeriods(contract, { from: day, to: day })[0]?.full.from ?? day;
}

/** What each price bills, with what rules have done to it; late usage by the days that it is of. */
export function pricedAmounts(
  contract: Contract,
  items: readonly RatedItem[],
  settings: Settings,
): PricedAmount[] {
  const priced = items.flatMap((item) => (item.price ? [{ item, price: item.price }] : []));
  const lateDays = new Set(
    priced.flatMap(({ item }) =>
      isLateItem(item) ? [`${String(item.part.from)} ${String(item.part.to)}`] : [],
    ),
  );
  const groups = groupBy(priced, ({ item, price }) => {
    const { part, term } = item;
    const days = `${String(part.from)} ${String(part.to)}`;
    const isLate = isLateItem(item) || (term !== undefined && lateDays.has(days));
    return JSON.stringify([
      price.priceId,
      price.product,
      isLate ? days : periodOf(contract, part.from),
      isLate,
    ]);
  });
  return [...groups.values()].map((group) => {
    const part = coveringPeriod(group.map(({ item }) => item.part));
    const reachedOn = group.find(({ item }) => item.settlesFrom !== undefined)?.item.settlesFrom ?? part.from;
    return {
      price: group[0].price,
      part,
      period: periodOf(contract, reachedOn),
      isLate: group.some(({ item }) => isLateItem(item)),
      reachedOn,
      amount: sum(group.map(({ item }) => billedAmount(item, settings))),
    };
  });
}

/** An amount that is taken off prices, rounded once; exact where the invoice is rounded once. */
export function roundedOnce(amount: Decimal, currency: string, settings: Settings): Decimal {
  if (settings.lineRounding === "invoice") return amount;
  return round(amount, minorDigits(currency), settings.roundingMode);
}

/** An amount shared over prices by what each bills: 1.00 over 3.33, 3.33, 3.34 is 0.33, 0.33, 0.34. */
export function sharedOver(
  amount: Decimal,
  prices: readonly PricedAmount[],
  currency: string,
  settings: Settings,
): Decimal[] {
  const weights = prices.map((price) => price.amount);
  const all = sum(weights);
  if (settings.lineRounding === "invoice")
    return weights.map((weight) => amount.times(weight).dividedBy(all));
  return allocate(amount, weights, minorDigits(currency));
}
