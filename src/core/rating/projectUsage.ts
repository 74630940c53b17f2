import type { Day } from "../calendar/day";
import { contains, daysOf, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { Decimal } from "../money/decimal";
import { round } from "../money/round";
import type { Charge } from "../pricing/charge";
import { pricedQuantity } from "../pricing/quantityTerms";
import { usagePeriodsOf } from "./billingPeriods";
import { addsUp, readsRows } from "./meterPrice";
import { ratedBefore } from "./ratedBefore";
import type { MeteredPart, RatedPart } from "./ratedUsage";
import { chargeParts, rateUsage } from "./rateUsage";
import type { RatingContext } from "./ratingContext";

/** Whether more days bring more of it: a sum and a count grow, a peak, a last reading and a level do not. */
function grows(price: Price, context: RatingContext): boolean {
  const { aggregation } = context.meters.get(price.meter);
  return addsUp(price, context) && (aggregation === "sum" || aggregation === "count");
}

/** By how much usage grows until the end of the days, if it goes on as up to a day: 10 of 30 days are a third. */
function growthOf(days: Period, usedTo: Day): Decimal {
  if (!contains(days, usedTo)) return new Decimal(1);
  return new Decimal(daysOf(days)).dividedBy(usedTo - days.from + 1);
}

const grown = (quantity: Decimal, growth: Decimal) =>
  round(quantity.times(growth), quantity.decimalPlaces(), "half_up");

/** A charge that follows from rows: as many of them again, each as dear. */
function grownCharge(charge: Charge, growth: Decimal): Charge {
  if (!charge.ok) return charge;
  const lines = charge.lines.map((line) => ({
    ...line,
    quantity: grown(line.quantity, growth),
    flatFee: line.flatFee.times(growth),
    amount: line.amount.times(growth),
  }));
  return { ...charge, lines, amount: charge.amount.times(growth) };
}

function projected(parts: readonly RatedPart[], usedTo: Day, context: RatingContext): readonly RatedPart[] {
  const growths = parts.map(({ price, part }) =>
    grows(price, context) ? growthOf(part, usedTo) : new Decimal(1),
  );
  if (growths.every((growth) => growth.equals(1))) return parts;
  const more = parts.map((part, index): MeteredPart => {
    const growth = growths[index]!;
    const { price, metered } = part;
    const quantity = metered
      ? pricedQuantity(grown(metered, growth), price.conversion)
      : grown(part.usage.quantity, growth);
    return { ...part, quantity, rows: part.usage.rows };
  });
  return chargeParts(more, context).map((part, index) => {
    if (!readsRows(part.price, context)) return part;
    return { ...part, usage: { ...part.usage, charge: grownCharge(part.usage.charge, growths[index]!) } };
  });
}

/**
 * A context in which the usage of a contract in a run is that of whole periods, if it goes on as up to a day. 600 units in
 * 10 of 30 days are 1,800; what is priced of a peak or a level stays.
 */
export function withProjectedUsage(
  contract: Contract,
  run: Period,
  usedTo: Day,
  context: RatingContext,
): RatingContext {
  const before = ratedBefore(contract, context);
  const usage = usagePeriodsOf(contract, run).map(({ full }) => {
    const chains = rateUsage(contract, full, context).map((parts) => projected(parts, usedTo, context));
    return [full.from, chains] as const;
  });
  return { ...context, rated: new Map([[contract, { ...before, usage: new Map(usage) }]]) };
}
