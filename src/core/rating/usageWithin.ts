import type { Day } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { sum, zero, type Decimal } from "../money/decimal";
import { chargeQuantity } from "../pricing/charge";
import { amountWithin, isWithin } from "./daysWithin";
import { addsUp, quantityOfRows, readsRows } from "./meterPrice";
import type { RatedPart } from "./ratedUsage";
import { chargeParts } from "./rateUsage";
import type { RatingContext } from "./ratingContext";

/** The price of the usage of a part up to a day; its minimum and maximum by days. */
function amountUpTo(day: Day, rated: RatedPart, context: RatingContext): Decimal {
  const { part, price, usage } = rated;
  const { charge, rows, terms } = usage;
  if (!charge.ok || day < part.from) return zero;
  if (day >= part.to) return charge.amount;
  const { metered, settings } = context;
  if (!addsUp(price, context))
    return amountWithin(charge.amount, part, { from: part.from, to: day }, settings.prorationBasis);
  const before = metered ? rows.filter((row) => metered.usage.moments[row]! < day + 1) : rows;
  const quantity = quantityOfRows(price, before, context);
  const so = readsRows(price, context)
    ? chargeParts([{ ...rated, rows: before, quantity }], context)[0]!.usage.charge
    : chargeQuantity(quantity, { ...terms, minimum: undefined, maximum: undefined });
  const days = { from: part.from, to: day };
  if (!so.ok) return amountWithin(charge.amount, part, days, settings.prorationBasis);
  if (price.perEvent) return so.amount;
  const bounds = sum(
    charge.lines.map(({ kind, amount }) => (kind === "minimum" || kind === "maximum" ? amount : zero)),
  );
  return so.amount.plus(amountWithin(bounds, part, days, settings.prorationBasis));
}

/**
 * What the usage of a part of a period that is dated within days costs, exact: the price of all up to their end less
 * the price of what came before them, so that the days before and after a day add up to the whole.
 */
export function usageWithin(rated: RatedPart, days: Period, context: RatingContext): Decimal {
  const { charge } = rated.usage;
  if (!charge.ok || !overlap(rated.part, days)) return zero;
  if (isWithin(rated.part, days)) return charge.amount;
  return amountUpTo(days.to, rated, context).minus(amountUpTo(days.from - 1, rated, context));
}
