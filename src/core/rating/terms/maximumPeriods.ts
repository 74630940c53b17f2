import type { Period } from "../../calendar/period";
import type { Price } from "../../catalog/records";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatExactMoney } from "../../money/format";
import { termPeriods } from "../commitmentPeriods";
import { isWithin } from "../daysWithin";
import { billedAmount, type RatedItem } from "../ratedItem";
import { roundedOnce } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";

/** The maximum of a price for a contract year or the contract, with the days of it that hold a day. */
export function capOn({ contract }: Pick<StepInput, "contract">, { cap }: Price, day: number) {
  if (!cap) return undefined;
  const [period] = termPeriods(contract, cap.period, { from: day, to: day });
  return period && { amount: cap.amount, days: period.service };
}

/** What a price bills within the days of its maximum, as final lines tell. */
function billedUnderCap(
  { contract, billed }: Pick<StepInput, "contract" | "billed">,
  price: Price,
  days: Period,
): Decimal {
  const lines = billed
    .of(contract, price, days)
    .lines.filter(({ priceId, period }) => priceId === price.priceId && period && isWithin(period, days));
  return sum(lines.map(billed.netOf));
}

/**
 * Maximums of prices for a contract year or the whole contract, not cut by days: 6,000.00 and then 5,500.00 under one of
 * 10,000.00 are 6,000.00 and 4,000.00.
 */
export const maximumPeriods: ContractStep = (input, { settings }) => {
  const { contract, items } = input;
  const inRun = new Map<string, Decimal>();
  return items.flatMap((item): RatedItem[] => {
    const { price, part } = item;
    const cap = price && capOn(input, price, part.from);
    if (!cap) return [];
    const key = `${price.priceId} ${String(cap.days.from)}`;
    const before = inRun.get(key) ?? billedUnderCap(input, price, cap.days);
    const amount = billedAmount(item, settings);
    const most = Decimal.max(zero, cap.amount.minus(before));
    const kept = Decimal.min(amount, most);
    inRun.set(key, before.plus(kept));
    const over = roundedOnce(amount.minus(kept), contract.currency, settings);
    if (!over.greaterThan(0)) return [];
    const show = (figure: Decimal) => formatExactMoney(figure, contract.currency);
    const beforeIt = before.isZero() ? "" : ` − ${show(before)} billed before`;
    const term = {
      id: price.priceId,
      name: price.description,
      sentence: `cap reached: ${show(cap.amount)}${beforeIt} − ${show(amount)}`,
    };
    return [termItem({ contract, price, kind: "maximum", term, part, amount: over.negated() })];
  });
};
