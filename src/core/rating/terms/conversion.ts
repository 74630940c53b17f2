import { groupBy } from "../../base/groupBy";
import { formatDay, type Day } from "../../calendar/day";
import type { Contract, Price } from "../../catalog/records";
import { makeIssue } from "../../issues/issue";
import { shareByLargestRemainder } from "../../money/allocate";
import { minorDigits } from "../../money/currency";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { ChargeLine } from "../../pricing/charge";
import { exactAmount, type RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";

/** What one unit of a price is worth in its contract's currency on a day: 1, but for a price in CREDITS. */
export function rateOfPrice(
  { pricedIn }: Price,
  { currency }: Contract,
  day: Day,
  { catalog }: Pick<RatingContext, "catalog">,
): Decimal | undefined {
  return pricedIn === undefined ? one : catalog.rateOn(pricedIn, currency, day);
}

const scaled = (lines: readonly ChargeLine[], rate: Decimal): ChargeLine[] =>
  lines.map((line) => ({
    ...line,
    unitPrice: line.unitPrice.times(rate),
    flatFee: line.flatFee.times(rate),
    amount: line.amount.times(rate),
  }));

/** Items of one unit and rate: their exact sum is converted and rounded once, and they share it. */
function converted(
  items: readonly RatedItem[],
  rate: Decimal,
  unit: string,
  { settings }: RatingContext,
): RatedItem[] {
  const { currency } = items[0]!.contract;
  const digits = minorDigits(currency);
  const exact = items.map((item) => exactAmount(item).times(rate));
  // Each by its own value: a part of the rounded sum would move amounts that stand against each other by more than a cent.
  const shares =
    settings.lineRounding === "invoice"
      ? exact
      : shareByLargestRemainder(round(sum(exact), digits, settings.roundingMode), exact, digits);
  return items.map((item, index) => ({
    ...item,
    lines: scaled(item.lines, rate),
    late: item.late && { all: scaled(item.late.all, rate), before: scaled(item.late.before, rate) },
    whole: shares[index]!,
    before: zero,
    conversion: { unit, rate },
  }));
}

/**
 * Items whose prices are in a unit of their own, in the currency of the contract: three of 10.1 CREDITS at 0.333 are 10.09
 * together. One without a rate is reported, and the contract waits.
 */
export function inCurrency(
  contract: Contract,
  items: readonly RatedItem[],
  context: RatingContext,
): readonly RatedItem[] {
  const isForeign = ({ price }: RatedItem) => price?.pricedIn !== undefined;
  if (!items.some(isForeign)) return items;
  const rated = items.filter(isForeign).flatMap((item) => {
    const { price, part } = item;
    const rate = price && rateOfPrice(price, contract, part.to, context);
    if (!price || rate) return rate ? [{ item, rate, unit: price?.pricedIn ?? "" }] : [];
    const words = { currency: contract.currency, day: formatDay(part.to) };
    const holds = [contract.contractId];
    context.report(makeIssue("RATE_MISSING", { at: price.at, value: price.pricedIn ?? "", words, holds }));
    return [];
  });
  const made = new Map<RatedItem, RatedItem>();
  for (const group of groupBy(rated, ({ unit, rate }) => `${unit} ${rate.toString()}`).values()) {
    const results = converted(
      group.map(({ item }) => item),
      group[0].rate,
      group[0].unit,
      context,
    );
    for (const [index, { item }] of group.entries()) made.set(item, results[index]!);
  }
  return items.flatMap((item) => (isForeign(item) ? (made.get(item) ?? []) : [item]));
}
