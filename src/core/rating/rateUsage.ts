import { overlap, type Period } from "../calendar/period";
import { prorate } from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import { makeIssue, type Issue } from "../issues/issue";
import { AMOUNT_HEADER, sumAmounts } from "../metering/amounts";
import { Decimal, sum, zero } from "../money/decimal";
import { QUANTITY_SCALE } from "../money/scaledQuantity";
import { chargeInOrder } from "../pricing/allowance";
import {
  chargeOneByOne,
  chargeEvents,
  chargeQuantity,
  type Charge,
  type ChargeLine,
  type GrantedUnits,
} from "../pricing/charge";
import { equalFits } from "./conditionedRows";
import { eventsInOrder, includedDaily, meterPrice, readsPeak } from "./meterPrice";
import type { PriceChain } from "./priceChains";
import { usageParts, type PricePart } from "./priceParts";
import { ratedBefore } from "./ratedBefore";
import type { RatingContext } from "./ratingContext";
import type { MeteredPart, RatedPart, RatedUsage } from "./ratedUsage";
import { carriedInto, carriedUnits, expiredAfter } from "./rollover";
import { unitsFor } from "./terms/unitGrants";
import { withinDigits } from "./withinDigits";

function chargeRowByRow(rows: Int32Array, terms: Price, context: RatingContext): Charge {
  const { allowance, conversion } = terms;
  if (allowance) return chargeInOrder(eventsInOrder(terms, rows, context), terms, allowance);
  if (conversion) return chargeOneByOne(eventsInOrder(terms, rows, context), terms);
  const { usage } = context.metered!;
  const meter = context.meters.get(terms.meter);
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
  { price, rows, fraction, isBelowPeak = false, carried = zero }: MeteredPart,
  granted: Decimal,
  units: readonly GrantedUnits[],
  context: RatingContext,
): Price {
  if (price.perEvent) return price;
  const { minimum, maximum } = price;
  const isDaily = price.includesDaily === true && context.metered !== undefined;
  const included = isDaily ? includedDaily(price, rows, context) : price.included.plus(carried);
  const isAsAgreed = included.equals(price.included) && granted.isZero() && units.length === 0;
  if (!minimum && !maximum && isAsAgreed && !isBelowPeak) return price;
  return {
    ...price,
    ...(units.length > 0 ? { granted: units } : {}),
    freeAtZero: price.freeAtZero || isBelowPeak,
    minimum: minimum && prorate(minimum, fraction),
    maximum: maximum && prorate(maximum, fraction),
    included: Decimal.max(zero, included.minus(granted)),
    ...(carried.isZero() ? {} : { carried: Decimal.max(zero, carried.minus(granted)) }),
  };
}

/** The price with what its rows come to, for a model that reads amounts, and what a row lacks. */
function withAmount(
  price: Price,
  rows: Int32Array,
  { metered }: RatingContext,
): { readonly terms: Price; readonly fault?: Issue } {
  if (price.model.reads !== "amounts" || !metered) return { terms: price };
  const summed = sumAmounts(metered.usage, rows);
  if (summed.ok) return { terms: { ...price, meteredAmount: summed.amount } };
  const { code, at, value } = summed;
  const right = "a Dynamic price needs what the event comes to";
  const words = { column: AMOUNT_HEADER, right, orBlank: "" };
  const fault = makeIssue(code, { at, value, words, holds: [price.contractId] });
  return { terms: { ...price, meteredAmount: zero }, fault };
}

/** What parts before it, of its own prices or others of the product, leave of the units that a part may draw. */
function unitsLeft(
  { granted = [] }: Pick<MeteredPart, "granted">,
  drawn: ReadonlyMap<string, Decimal>,
): GrantedUnits[] {
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
    const { quantity, rows, price, fraction, levels } = part;
    const agreed = termsOfPart(part, granted, unitsLeft(part, drawn), context);
    const { terms, fault } = withAmount(agreed, rows, context);
    const charge =
      price.perEvent && !price.isFree && context.metered
        ? chargeRowByRow(rows, terms, context)
        : chargeQuantity(quantity, terms, levels);
    if (charge.ok) noteDrawn(charge.lines, drawn);
    if (!price.isFree && !price.includesDaily)
      granted = granted.plus(Decimal.max(zero, Decimal.min(quantity, terms.included)));
    const charged = { charge: withinDigits(quantity, charge), quantity, rows, fraction, terms };
    const usage: RatedUsage = fault ? { ...charged, fault } : charged;
    // One shape, whether it was priced before or not: decision 276.
    return "usage" in part ? { ...part, usage } : { usage, ...part };
  });
}

/**
 * A meter that reads a peak is charged once: in the part that holds the first of the highest, elsewhere for none. What was
 * metered decides it: 49.5 and then 54.4 may both be 10 packs of 5, and the second is the peak.
 */
export function peakOnce(parts: readonly MeteredPart[]): MeteredPart[] {
  const unitsOf = ({ metered, quantity }: MeteredPart) => metered ?? quantity;
  const peak = parts.reduce<MeteredPart | undefined>(
    (highest, part) => (highest && unitsOf(highest).greaterThanOrEqualTo(unitsOf(part)) ? highest : part),
    undefined,
  );
  return parts.map((part) => (part === peak ? part : { ...part, quantity: zero, isBelowPeak: true }));
}

/** What moves into a period for each of its parts: the included quantity of all is granted once. */
function withCarried(
  contract: Contract,
  chain: PriceChain,
  parts: readonly MeteredPart[],
  context: RatingContext,
): readonly MeteredPart[] {
  if (!chain.some(({ rollover }) => rollover)) return parts;
  return parts.map((part) => {
    if (!part.price.rollover) return part;
    const carried = carriedInto(contract, chain, part.full, context);
    return { ...part, carried: carriedUnits(carried) };
  });
}

/** A line of 0 for the included units that nobody can use any more after the period. */
function withExpired(
  contract: Contract,
  chain: PriceChain,
  parts: readonly RatedPart[],
  context: RatingContext,
): readonly RatedPart[] {
  const last = [...parts].reverse().find(({ price }) => price.rollover);
  const charge = last?.usage.charge;
  if (!last || !charge?.ok) return parts;
  const { price, full, usage } = last;
  const used = sum(parts.map(({ quantity }) => quantity));
  const expired = expiredAfter(carriedInto(contract, chain, full, context), price, full, used);
  if (expired.length === 0) return parts;
  const line = { kind: "included", tier: "expired", quantity: zero, unitPrice: zero, flatFee: zero } as const;
  const lines = [...charge.lines, { ...line, amount: zero, expired: expired.join(", ") }];
  const withLine = { ...last, usage: { ...usage, charge: { ...charge, lines } } };
  return parts.map((part) => (part === last ? withLine : part));
}

/** Quantities of the parts of a period by one chain of prices; `drawn` is what those before it drew of grants. */
function meterParts(
  contract: Contract,
  chain: PriceChain,
  parts: readonly PricePart[],
  drawn: ReadonlyMap<string, Decimal>,
  context: RatingContext,
): readonly MeteredPart[] {
  const quantities = parts.map((part): MeteredPart => {
    const { fault, ...metered } = meterPrice(
      contract,
      part.price,
      { days: part.part, full: part.full },
      context,
    );
    const fits = equalFits(contract, part.price, metered.rows, context);
    const faults = fault ? [fault, ...fits] : fits;
    const granted = unitsFor(part, context, (other, full) => rateUsage(other, full, context));
    const { price, full, part: days, fraction } = part;
    const plain: MeteredPart = { price, full, part: days, fraction, ...metered };
    const measured = faults.length > 0 ? { ...plain, faults } : plain;
    return granted.length > 0 ? { ...measured, granted: unitsLeft({ granted }, drawn) } : measured;
  });
  const [first] = parts;
  const isPeak = first && readsPeak(first.price, context) && !first.price.perEvent;
  return isPeak && parts.length > 1
    ? peakOnce(quantities)
    : withCarried(contract, chain, quantities, context);
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
  const drawn = new Map<string, Decimal>();
  const rated = chains.metered
    .filter((chain) => chain.some((price) => overlap(price.service, full)))
    .map((chain) => {
      const metered = meterParts(contract, chain, usageParts(chain, full, basis), drawn, context);
      const parts = chargeParts(metered, context);
      for (const { usage: ofPart } of parts) if (ofPart.charge.ok) noteDrawn(ofPart.charge.lines, drawn);
      return withExpired(contract, chain, parts, context);
    });
  usage.set(full.from, rated);
  return rated;
}
