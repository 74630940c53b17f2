import { day, holds, meet, monthOf, type Day, type Month, type Span } from "../year/day";
import { runOfArrival } from "../year/arrival";
import type { Contract, Price, SimulatedYear, UsageRow } from "../year/simulatedYear";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { capacityAmount } from "./capacity";
import { eventsAmount } from "./events";
import { heldAmount } from "./heldTiers";
import { adjusted, beyond, modelAmount } from "./models";
import { isOverTime, meteredOverTime, type OverTime } from "./overTime";
import { extentOf, partsOf, type Part } from "./parts";
import { billingPeriods, type BillingPeriod } from "./periods";
import { inUnitsOf } from "./quantities";
import { freeUnits } from "./rollover";
import { withGrants } from "./unitGrants";

const { zero } = Fraction;

/** In date order; rows of a day by their order in the book, which is that of their arrival. */
const byDate = (rows: readonly UsageRow[]) =>
  [...rows].sort((a, b) => day(a.date) - day(b.date) || runOfArrival(a) - runOfArrival(b));

/** The rows that a run knows, the same event counted once. */
export function knownRows(rows: readonly UsageRow[], by: Month): UsageRow[] {
  const events = new Map<string, UsageRow>();
  for (const row of rows)
    if (runOfArrival(row) <= by && !events.has(row.eventId)) events.set(row.eventId, row);
  return [...events.values()];
}

const aggregations: Readonly<
  Record<Exclude<NonNullable<Price["aggregation"]>, OverTime>, (rows: readonly UsageRow[]) => Fraction>
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

/** What is metered of some rows, in the units of the price; a dynamic price charges their money. */
function meteredOf(rows: readonly UsageRow[], price: Price): Fraction {
  if (price.model === "dynamic") return Fraction.sum(rows.map(({ amount = "0" }) => Fraction.of(amount)));
  const { aggregation = "Sum" } = price;
  const metered = isOverTime(aggregation) ? zero : aggregations[aggregation](rows);
  if (price.negative === "Zero") return inUnitsOf(price, metered.most(zero));
  return zero.isAbove(metered) ? inUnitsOf(price, metered.negated()).negated() : inUnitsOf(price, metered);
}

/** Where the included quantity is each day's: what every day has beyond it. */
function beyondEachDay(rows: readonly UsageRow[], price: Price): Fraction {
  const days = [...new Set(rows.map(({ date }) => date))];
  const included = Fraction.of(price.included ?? "0");
  return Fraction.sum(
    days.map((date) =>
      beyond(
        meteredOf(
          rows.filter((row) => row.date === date),
          price,
        ),
        included,
      ),
    ),
  );
}

interface Rated {
  readonly part: Part;
  readonly exact: Fraction;
}

/** Part by part in date order: the included quantity that earlier parts used is not granted again. */
function ratedParts(parts: readonly Part[], rows: readonly UsageRow[], free?: Fraction): Rated[] {
  let used = zero;
  return parts.map((part) => {
    const { price, days, share } = part;
    const inside = within(rows, days);
    if (price.model === "capacity") return { part, exact: capacityAmount(inside, price) };
    if (price.ratePer === "Event") return { part, exact: eventsAmount(byDate(inside), price) };
    const charge = (quantity: Fraction) => adjusted(modelAmount(quantity, price), price, share);
    if (price.includedReset === "Day") return { part, exact: charge(beyondEachDay(inside, price)) };
    const metered = meteredOf(inside, price);
    const granted = beyond(free ?? Fraction.of(price.included ?? "0"), used);
    used = used.plus(metered.least(granted).most(zero));
    if (price.negative === "Mirror" && zero.isAbove(metered))
      return { part, exact: charge(beyond(metered.negated(), granted)).negated() };
    return { part, exact: charge(beyond(metered, granted)) };
  });
}

function chargesOfPeriod(
  prices: readonly Price[],
  { cut, full }: BillingPeriod,
  rows: readonly UsageRow[],
  contract: Contract,
  year: SimulatedYear,
  free?: Fraction,
): Charge[] {
  const parts = partsOf(prices, { cut, full }, year.basis);
  const extent = extentOf(parts);
  if (extent === undefined) return [];
  const inside = within(rows, cut);
  const chargedParts = prices[0]?.aggregation === "Max" ? partOfPeak(parts, inside) : parts;
  /** What the days of a span alone would cost: usage counts by its date. */
  const upTo = (last: Day, part: Part) =>
    ratedParts(chargedParts, within(inside, { from: cut.from, to: last }), free).find(
      (rated) => rated.part === part,
    )?.exact ?? zero;
  return ratedParts(chargedParts, inside, free).map(({ part, exact }) => ({
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

/** What is free in each period, where more is than the included quantity: what moved on, and units of grants. */
function freeByPeriod(
  price: Price,
  periods: readonly BillingPeriod[],
  rows: readonly UsageRow[],
  contract: Contract,
): Fraction[] | undefined {
  const included = Fraction.of(price.included ?? "0");
  const metered = () => periods.map(({ cut }) => meteredOf(within(rows, cut), price));
  if (price.rollover) return freeUnits(metered(), included, price.rollover);
  const grants = contract.unitGrants?.filter(({ product }) => product === price.product) ?? [];
  return grants.length === 0 ? undefined : withGrants(metered(), included, periods, grants);
}

/** What a meter over time comes to in each period, of a price that is one for the whole life of its contract. */
function chargesOverTime(
  price: Price,
  meter: OverTime,
  periods: readonly BillingPeriod[],
  rows: readonly UsageRow[],
  { contract, year }: { readonly contract: Contract; readonly year: SimulatedYear },
): Charge[] {
  const ofPeriod = (period: BillingPeriod) => {
    if (price.tiers) return heldAmount(byDate(rows), price, period);
    const metered = meteredOverTime(meter, price, byDate(rows), period);
    return modelAmount(beyond(metered, Fraction.of(price.included ?? "0")), price);
  };
  return periods.map((period): Charge => {
    const { cut } = period;
    const exact = ofPeriod(period);
    return {
      product: price.product,
      priceId: price.id,
      isFixed: false,
      days: cut,
      run: monthOf(cut.to),
      exact,
      amount: exact.rounded(digitsOf(contract.currency), year.rounding),
      within: () => zero,
    };
  });
}

/** All charges of a product with usage, for the rows that are known. */
export function usageCharges(
  prices: readonly Price[],
  rows: readonly UsageRow[],
  contract: Contract,
  year: SimulatedYear,
  until: Day,
): Charge[] {
  const periods = billingPeriods(contract, until);
  const [first] = prices;
  if (first?.aggregation !== undefined && isOverTime(first.aggregation))
    return chargesOverTime(first, first.aggregation, periods, rows, { contract, year });
  const free = first && freeByPeriod(first, periods, rows, contract);
  return periods.flatMap((period, at) => chargesOfPeriod(prices, period, rows, contract, year, free?.[at]));
}
