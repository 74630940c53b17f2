import { groupBy } from "../../base/groupBy";
import { formatLongPeriod } from "../../calendar/longDate";
import type { Period } from "../../calendar/period";
import type { Price } from "../../catalog/records";
import type { RegisteredLine } from "../../documents/register";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatExactMoney } from "../../money/format";
import { termPeriods } from "../commitmentPeriods";
import { isWithin } from "../daysWithin";
import { billedAmount, type RatedItem } from "../ratedItem";
import { overCap, sentenceOfCap } from "./capReached";
import { roundedOnce } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";

/** The maximum of a price for a contract year or the contract, with the days of it that hold a day. */
export function capOn({ contract }: Pick<StepInput, "contract">, { cap }: Price, day: number) {
  if (!cap) return undefined;
  const [period] = termPeriods(contract, cap.period, { from: day, to: day });
  return period && { amount: cap.amount, days: period.service };
}

/** An amount of days. */
interface OfDays {
  readonly part: Period;
  readonly amount: Decimal;
}

interface UnderCap {
  /** What a price bills within the days of its maximum. */
  readonly before: Decimal;
  /** What its maximum took off, and gave back below zero. */
  readonly taken: readonly OfDays[];
}

function billedUnderCap(
  { contract, billed }: Pick<StepInput, "contract" | "billed">,
  price: Price,
  days: Period,
): UnderCap {
  const lines = billed
    .of(contract, price, days)
    .lines.filter(({ priceId, period }) => priceId === price.priceId && period && isWithin(period, days));
  const isCut = ({ kind }: RegisteredLine) => kind === "maximum";
  return {
    before: sum(lines.map(billed.netOf)),
    taken: lines.filter(isCut).map((line) => ({ part: line.period!, amount: billed.netOf(line).negated() })),
  };
}

const sumOf = (amounts: readonly OfDays[]) => sum(amounts.map(({ amount }) => amount));

/** What is given back, of the days for which it was taken, the latest first. */
function givenBack(amount: Decimal, taken: readonly OfDays[]): OfDays[] {
  const ofDays = groupBy(taken, ({ part }) => `${String(part.from)} ${String(part.to)}`);
  const latestFirst = [...ofDays.values()].sort(([a], [b]) => b.part.from - a.part.from);
  let rest = amount;
  return latestFirst.flatMap((group): OfDays[] => {
    const back = Decimal.max(zero, Decimal.min(rest, sumOf(group)));
    rest = rest.minus(back);
    return back.isZero() ? [] : [{ part: group[0].part, amount: back }];
  });
}

/**
 * Maximums of prices for a contract year or the whole contract, not cut by days: 6,000.00 and then 5,500.00 under one of
 * 10,000.00 are 6,000.00 and 4,000.00. They are used up in the order of days, so that late usage of May comes before June.
 */
export const maximumPeriods: ContractStep = (input, { settings }) => {
  const { contract, items } = input;
  const inRun = new Map<string, UnderCap>();
  const inTime = [...items].sort((a, b) => a.part.from - b.part.from);
  return inTime.flatMap((item): RatedItem[] => {
    const { price, part, kind } = item;
    const cap = price && kind !== "credit" ? capOn(input, price, part.from) : undefined;
    if (!price || !cap) return [];
    const key = `${price.priceId} ${String(cap.days.from)}`;
    const { before, taken } = inRun.get(key) ?? billedUnderCap(input, price, cap.days);
    const now = billedAmount(item, settings);
    const figures = { limit: cap.amount, before, taken: sumOf(taken), now };
    const over = roundedOnce(overCap(figures), contract.currency, settings);
    const changes = over.isNegative()
      ? givenBack(over.negated(), taken)
      : over.isZero()
        ? []
        : [{ part, amount: over.negated() }];
    const takenNow = changes.map(({ part: days, amount }) => ({ part: days, amount: amount.negated() }));
    inRun.set(key, { before: before.plus(now).minus(over), taken: [...taken, ...takenNow] });
    const show = (figure: Decimal) => formatExactMoney(figure, contract.currency);
    return changes.map((change) => {
      const ofDays = changes.length > 1 ? `, of it for ${formatLongPeriod(change.part)}` : "";
      const sentence = `${sentenceOfCap(figures, show)}${ofDays}`;
      const term = { id: price.priceId, name: price.description, sentence };
      return termItem({ contract, price, kind: "maximum", term, ...change });
    });
  });
};
