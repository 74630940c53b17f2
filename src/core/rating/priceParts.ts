import { civilOf, dayOf, LAST_DAY, type Day } from "../calendar/day";
import { contains, type Period } from "../calendar/period";
import {
  dayFraction,
  splitFractions,
  wholePeriod,
  type DayCountBasis,
  type DayFraction,
} from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import { quantityOn } from "../catalog/terms/quantities";
import type { Decimal } from "../money/decimal";
import type { BillingPeriod } from "./billingPeriods";
import { serviceRuns } from "./serviceRuns";

/** The part of a billing period that one price covers. */
export interface PricePart {
  readonly price: Price;
  readonly full: Period;
  readonly part: Period;
  /** The share of the full period that what is prorated is cut to. */
  readonly fraction: DayFraction;
}

/** A part of a fixed price, with the day whose run bills it. */
export interface FixedPart extends PricePart {
  readonly due: Day;
  /** The contracted quantity of its days, where it changes. */
  readonly level?: Decimal;
  /** It settles a change within a period that was billed in advance: what was billed is taken back, or the new level added. */
  readonly settles?: { readonly level: "old" | "new"; readonly billedFrom: Day };
}

/** Prices that follow each other day by day within a period, with their parts of it. */
function runsOf(prices: readonly Price[], full: Period, basis: DayCountBasis): PricePart[][] {
  return serviceRuns(prices, full, basis).map((run) =>
    run.map(({ item: price, part, fraction }) => ({
      price,
      full,
      part,
      fraction: price.isProrated ? fraction : wholePeriod,
    })),
  );
}

/** The parts of a billing period that metered prices cover which follow each other, with their shares of its days. */
export function usageParts(prices: readonly Price[], full: Period, basis: DayCountBasis): PricePart[] {
  return runsOf(prices, full, basis).flat();
}

/** Without proration the fee in force on the first day (in arrears: the last) is charged for all the days, once. */
function withoutProration(parts: readonly PricePart[]): PricePart[] {
  const whole = parts.filter(({ price }) => !price.isProrated);
  const [first] = whole;
  const last = whole[whole.length - 1];
  if (!first || !last || first === last) return [...parts];
  const charged = first.price.timing === "advance" ? first : last;
  const days = { from: first.part.from, to: last.part.to };
  return [...parts.filter(({ price }) => price.isProrated), { ...charged, part: days }];
}

/** A fee that is charged once, on its first day: without an end its period would print as the year 9999. */
function oncePart(price: Price): FixedPart {
  const { from, to } = price.service;
  const part = { from, to: to === LAST_DAY ? from : to };
  return { price, full: part, part, fraction: wholePeriod, due: from };
}

/** A part in arrears whose quantity changes within it, in pieces: each level by its days. */
function piecesByLevel(part: FixedPart, full: Period, basis: DayCountBasis): FixedPart[] {
  const { price } = part;
  if (price.levels === undefined || price.timing === "advance") return [part];
  // A fee that is charged once is that of the level in force on its last day.
  if (!price.isProrated) return [{ ...part, ...levelOn(price, part.part.to) }];
  const { from, to } = part.part;
  const starts = [from, ...price.levels.map((level) => level.from).filter((day) => day > from && day <= to)];
  const pieces = starts.map((start, index) => ({ from: start, to: (starts[index + 1] ?? to + 1) - 1 }));
  const fractions = pieces.length === 1 ? [part.fraction] : splitFractions(pieces, full, basis);
  return pieces.map((piece, index) => ({
    ...part,
    part: piece,
    fraction: fractions[index]!,
    ...levelOn(price, piece.from),
  }));
}

function levelOn(price: Price, day: Day): Pick<FixedPart, "level"> {
  const level = quantityOn(price, day);
  return price.levels === undefined || level === undefined ? {} : { level };
}

/**
 * What settles the changes of a quantity within a part that was billed in advance: the old level is taken back for the days
 * from the change on, and the new one added. 10 to 20 seats at 1.00 on the 16th of 30 days: −5.00 and +10.00, due with the
 * period that follows.
 */
export function settlementsOf(part: FixedPart, service: Period, basis: DayCountBasis): FixedPart[] {
  const { price, full } = part;
  if (price.levels === undefined || price.timing !== "advance" || !price.isProrated || price.isOnce)
    return [];
  const { from, to } = part.part;
  const changes = price.levels.filter((level) => level.from > from && level.from <= to);
  const begun = civilOf(from);
  // On the next invoice: a stub that ends in its first month was only just billed then.
  const due = Math.max(service.to + 1, dayOf(begun.year, begun.month + 1, 1));
  return changes.flatMap(({ from: day, quantity }): FixedPart[] => {
    const days = { from: day, to };
    const settled = { ...part, part: days, fraction: dayFraction(days, full, basis), due };
    const before = levelOn(price, day - 1).level ?? quantity;
    return [
      { ...settled, level: before, settles: { level: "old", billedFrom: from } },
      { ...settled, level: quantity, settles: { level: "new", billedFrom: from } },
    ];
  });
}

/**
 * The parts of a billing period that fixed prices of one product cover. All of them are due together: in advance on the
 * first day of the period, or of the product where it begins within; in arrears on the last day of the period.
 */
export function fixedParts(
  contract: Contract,
  prices: readonly Price[],
  { full, service }: BillingPeriod,
  basis: DayCountBasis,
): FixedPart[] {
  const isOnce = (price: Price) => price.isOnce || contract.frequency === "one_time";
  const once = prices.filter((price) => isOnce(price) && contains(service, price.service.from));
  const recurring = prices.filter((price) => !isOnce(price));
  return [
    ...once.map(oncePart),
    ...runsOf(recurring, full, basis).flatMap((run) => {
      const begins = run[0]!.part.from;
      return withoutProration(run)
        .map((part) => ({
          due: part.price.timing === "advance" ? begins : service.to,
          ...part,
          ...levelOn(part.price, part.part.from),
        }))
        .flatMap((part) => piecesByLevel(part, full, basis));
    }),
  ];
}
