import { overlap, type Period } from "../calendar/period";
import { prorate } from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import { aggregate, conditionTest } from "../metering/aggregate";
import type { Meter } from "../metering/meters";
import type { Usage } from "../metering/usage";
import { rowsWithin } from "../metering/usageIndex";
import { Decimal, zero } from "../money/decimal";
import { QUANTITY_SCALE } from "../money/scaledQuantity";
import {
  chargeEvents,
  chargeQuantity,
  type Charge,
  type ChargeLine,
  type GrantedUnits,
} from "../pricing/charge";
import { chainsOf, type PriceChains } from "./priceChains";
import { usageParts, type PricePart } from "./priceParts";
import type { RatedBefore, RatingContext } from "./ratingContext";
import { noRows } from "./ratedItem";
import type { MeteredPart, RatedPart } from "./ratedUsage";
import { unitsFor } from "./terms/unitGrants";
import { withinDigits } from "./withinDigits";

/** The usage rows that a price meters in days. */
export function rowsOfPrice(
  contract: Contract,
  price: Price,
  days: Period,
  context: RatingContext,
): Int32Array {
  const { metered, meters, contractIndex } = context;
  if (!metered || price.isFixed) return noRows;
  const meter = meters.get(price.meter);
  const contractRows = metered.index.rowsOf(contractIndex.get(contract.contractId) ?? -1, meter.sourceKey);
  const rows = rowsWithin(metered.usage, contractRows, days);
  if (meter.conditions.length === 0) return rows;
  return rows.filter(conditionTest(metered.usage, meter.conditions));
}

function chargeRowByRow(usage: Usage, rows: Int32Array, meter: Meter, terms: Price): Charge {
  const scaled = new Float64Array(rows.length);
  const wide: Decimal[] = [];
  let used = 0;
  for (const row of rows) {
    const exact = usage.wide.get(row);
    if (exact) wide.push(exact);
    else scaled[used++] = meter.aggregation === "count" ? 10 ** QUANTITY_SCALE : usage.scaled[row]!;
  }
  return chargeEvents({ scaled: scaled.subarray(0, used), scale: QUANTITY_SCALE }, wide, terms);
}

/** A price for a part of a period: what bounds it is shared by days, what bounds each event is not. */
function termsOfPart(
  { price, fraction, isBelowPeak = false }: MeteredPart,
  granted: Decimal,
  units: readonly GrantedUnits[],
): Price {
  if (price.perEvent) return price;
  const { minimum, maximum, included } = price;
  if (!minimum && !maximum && granted.isZero() && !isBelowPeak && units.length === 0) return price;
  return {
    ...price,
    ...(units.length > 0 ? { granted: units } : {}),
    freeAtZero: price.freeAtZero || isBelowPeak,
    minimum: minimum && prorate(minimum, fraction),
    maximum: maximum && prorate(maximum, fraction),
    included: Decimal.max(zero, included.minus(granted)),
  };
}

/** What parts before it leave of the units that a part may draw. */
function unitsLeft({ granted = [] }: MeteredPart, drawn: ReadonlyMap<string, Decimal>): GrantedUnits[] {
  return granted.map(({ id, units }) => ({ id, units: units.minus(drawn.get(id) ?? zero) }));
}

function noteDrawn(lines: readonly ChargeLine[], drawn: Map<string, Decimal>): void {
  for (const { grantId, quantity } of lines)
    if (grantId !== undefined) drawn.set(grantId, (drawn.get(grantId) ?? zero).plus(quantity));
}

/**
 * Prices parts of a period that follow each other, in their order: the included quantity is granted once. 100 included
 * at 2.00, then at 3.00; 60 used and then 100: 0, and (100 − 40) × 3.00.
 */
export function chargeParts(parts: readonly MeteredPart[], context: RatingContext): RatedPart[] {
  let granted = zero;
  const drawn = new Map<string, Decimal>();
  return parts.map((part): RatedPart => {
    const { quantity, rows, price, fraction } = part;
    const terms = termsOfPart(part, granted, unitsLeft(part, drawn));
    const charge =
      price.perEvent && !price.isFree && context.metered
        ? chargeRowByRow(context.metered.usage, rows, context.meters.get(price.meter), terms)
        : chargeQuantity(quantity, terms);
    if (charge.ok) noteDrawn(charge.lines, drawn);
    if (!price.isFree) granted = granted.plus(Decimal.max(zero, Decimal.min(quantity, terms.included)));
    return {
      ...part,
      usage: { charge: withinDigits(quantity, charge), quantity, rows, fraction, terms },
    };
  });
}

/** A meter that reads a peak is charged once: in the part that holds the first of the highest, elsewhere for none. */
export function peakOnce(parts: readonly MeteredPart[]): MeteredPart[] {
  const peak = parts.reduce<MeteredPart | undefined>(
    (highest, part) => (highest && highest.quantity.greaterThanOrEqualTo(part.quantity) ? highest : part),
    undefined,
  );
  return parts.map((part) => (part === peak ? part : { ...part, quantity: zero, isBelowPeak: true }));
}

/** Quantities of the parts of a period by one chain of prices. */
function meterParts(contract: Contract, parts: readonly PricePart[], context: RatingContext): MeteredPart[] {
  const { metered, meters } = context;
  const quantities = parts.map((part): MeteredPart => {
    const rows = rowsOfPrice(contract, part.price, part.part, context);
    const quantity = metered ? aggregate(metered.usage, rows, meters.get(part.price.meter)) : zero;
    const granted = unitsFor(part, context, (other, full) => rateUsage(other, full, context));
    return { ...part, rows, quantity, ...(granted.length > 0 ? { granted } : {}) };
  });
  const [first] = parts;
  const readsPeak = first && meters.get(first.price.meter).aggregation === "max" && !first.price.perEvent;
  return readsPeak && parts.length > 1 ? peakOnce(quantities) : quantities;
}

function ratedBefore(contract: Contract, { rated }: RatingContext): RatedBefore {
  const known = rated.get(contract) ?? { chains: chainsOf(contract), usage: new Map() };
  rated.set(contract, known);
  return known;
}

/** The prices of a contract as chains, found once a run. */
export function priceChains(contract: Contract, context: RatingContext): PriceChains {
  return ratedBefore(contract, context).chains;
}

/**
 * Meters and prices the usage of a full billing period, once a run: one list a chain of prices, empty where it covers
 * no day. A charge may be a fault, which is not reported here.
 */
export function rateUsage(
  contract: Contract,
  full: Period,
  context: RatingContext,
): readonly (readonly RatedPart[])[] {
  const { chains, usage } = ratedBefore(contract, context);
  const known = usage.get(full.from);
  if (known) return known;
  const basis = context.settings.prorationBasis;
  const rated = chains.metered
    .filter((chain) => chain.some((price) => overlap(price.service, full)))
    .map((chain) => chargeParts(meterParts(contract, usageParts(chain, full, basis), context), context));
  usage.set(full.from, rated);
  return rated;
}
