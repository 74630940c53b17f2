import { overlap, type Period } from "../calendar/period";
import { aggregate } from "../metering/aggregate";
import { rowsWithin } from "../metering/usageIndex";
import { zero, type Decimal } from "../money/decimal";
import { amountWithin, isWithin } from "./daysWithin";
import { billedAmount, exactAmount, type RatedItem } from "./ratedItem";
import type { RatingContext } from "./ratingContext";

/**
 * What an item of usage bills for days: all of it where its days lie within them, as it is rounded; else the share of its
 * rows that is dated within them. 30 units at 1.00 for 5 April to 4 May, of which 20 are dated in April, are 20.00 there.
 */
export function itemWithin(
  item: RatedItem,
  days: Period,
  { settings, metered, meters }: RatingContext,
): Decimal {
  const { part, price, rows } = item;
  if (!overlap(part, days)) return zero;
  if (isWithin(part, days)) return billedAmount(item, settings);
  const exact = exactAmount(item);
  const meter = price && meters.get(price.meter);
  const all = meter && metered && aggregate(metered.usage, rows, meter);
  if (!all || all.isZero()) return amountWithin(exact, part, days, settings.prorationBasis);
  const within = aggregate(metered.usage, rowsWithin(metered.usage, rows, days), meter);
  return exact.times(within).dividedBy(all);
}
