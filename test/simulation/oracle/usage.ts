import { day, holds, meet, monthOf, type Day, type Month, type Span } from "../year/day";
import { runOfArrival } from "../year/arrival";
import type { Contract, Price, SimulatedYear, UsageRow } from "../year/simulatedYear";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { adjusted, beyond, modelAmount } from "./models";
import { extentOf, partsOf, type Part } from "./parts";
import { billingPeriods, type BillingPeriod } from "./periods";

const { zero } = Fraction;

/** In date order; rows of a day by their order in the book. */
const byDate = (rows: readonly UsageRow[]) => [...rows].sort((a, b) => day(a.date) - day(b.date));

/** The rows that a run knows, the same event counted once. */
export function knownRows(rows: readonly UsageRow[], by: Month): UsageRow[] {
  const events = new Map<string, UsageRow>();
  for (const row of rows)
    if (runOfArrival(row) <= by && !events.has(row.eventId)) events.set(row.eventId, row);
  return [...events.values()];
}

const aggregations: Readonly<
  Record<NonNullable<Price["aggregation"]>, (rows: readonly UsageRow[]) => Fraction>
> = {
  Sum: (rows) => Fraction.sum(rows.map(({ quantity }) => Fraction.of(quantity))),
  Count: (rows) => Fraction.of(rows.length),
  Max: (rows) => rows.reduce((peak, { quantity }) => peak.most(Fraction.of(quantity)), zero),
  Latest: (rows) => Fraction.of(byDate(rows).at(-1)?.quantity ?? "0"),
  Unique: (rows) => Fraction.of(new Set(rows.map(({ user }) => user)).size),
  Average: (rows) => aggregations.Sum(rows).over(Fraction.of(Math.max(rows.length, 1))),
};

const within = (rows: readonly UsageRow[], span: Span) => rows.filter(({ date }) => holds(span, day(date)));

/** A peak is charged once, in the part that holds it; of equal peaks the first counts. */
function partOfPeak(parts: readonly Part[], rows: readonly UsageRow[]): readonly Part[] {
  const peak = aggregations.Max(rows);
  const first = byDate(rows).find(({ quantity }) => !peak.isAbove(Fraction.of(quantity)));
  const part = parts.find(({ days }) => first !== undefined && holds(days, day(first.date)));
  return part === undefined ? parts.slice(0, 1) : [part];
}

/** Every row alone, with the event's own minimum and maximum. */
const eventsAmount = (rows: readonly UsageRow[], price: Price) =>
  Fraction.sum(
    rows.map(({ quantity }) => adjusted(modelAmount(Fraction.of(quantity), price), price, Fraction.of(1))),
  );

interface Rated {
  readonly part: Part;
  readonly exact: Fraction;
}

/** Part by part in date order: the included quantity that earlier parts used is not granted again. */
function ratedParts(parts: readonly Part[], rows: readonly UsageRow[]): Rated[] {
  let used = zero;
  return parts.map((part) => {
    const { price, days, share } = part;
    const inside = within(rows, days);
    if (price.ratePer === "Event") return { part, exact: eventsAmount(inside, price) };
    const metered = aggregations[price.aggregation ?? "Sum"](inside);
    const granted = beyond(Fraction.of(price.included ?? "0"), used);
    used = used.plus(metered.least(granted).most(zero));
    if (price.negative === "Mirror" && Fraction.zero.isAbove(metered)) {
      const mirrored = adjusted(modelAmount(beyond(metered.negated(), granted), price), price, share);
      return { part, exact: mirrored.negated() };
    }
    return { part, exact: adjusted(modelAmount(beyond(metered, granted), price), price, share) };
  });
}

function chargesOfPeriod(
  prices: readonly Price[],
  { cut, full }: BillingPeriod,
  rows: readonly UsageRow[],
  contract: Contract,
  year: SimulatedYear,
): Charge[] {
  const parts = partsOf(prices, { cut, full }, year.basis);
  const extent = extentOf(parts);
  if (extent === undefined) return [];
  const inside = within(rows, cut);
  const chargedParts = prices[0]?.aggregation === "Max" ? partOfPeak(parts, inside) : parts;
  /** What the days of a span alone would cost: usage counts by its date. */
  const upTo = (last: Day, part: Part) =>
    ratedParts(chargedParts, within(inside, { from: cut.from, to: last })).find(
      (rated) => rated.part === part,
    )?.exact ?? zero;
  return ratedParts(chargedParts, inside).map(({ part, exact }) => ({
    product: part.price.product,
    priceId: part.price.id,
    isFixed: false,
    days: part.days,
    run: monthOf(extent.to),
    exact,
    amount: exact.rounded(digitsOf(contract.currency), year.rounding),
    within: (span) => {
      const met = meet(part.days, span);
      if (met === undefined) return zero;
      return upTo(met.to, part).minus(met.from > part.days.from ? upTo(met.from - 1, part) : zero);
    },
  }));
}

/** All charges of a product with usage, for the rows that are known. */
export function usageCharges(
  prices: readonly Price[],
  rows: readonly UsageRow[],
  contract: Contract,
  year: SimulatedYear,
  until: Day,
): Charge[] {
  return billingPeriods(contract, until).flatMap((period) =>
    chargesOfPeriod(prices, period, rows, contract, year),
  );
}
