import { formatDay } from "../calendar/day";
import { overlap } from "../calendar/period";
import { dayFraction, prorate, wholePeriod, type DayFraction } from "../calendar/proration";
import type { Catalog, Contract, Price } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { makeIssue, type Report } from "../issues/issue";
import { aggregate, conditionTest } from "../metering/aggregate";
import type { Meter, Meters } from "../metering/meters";
import { QUANTITY_SCALE } from "../money/scaledQuantity";
import type { Usage } from "../metering/usage";
import { rowsWithin, type UsageIndex } from "../metering/usageIndex";
import { Decimal, one, sum, zero } from "../money/decimal";
import { chargeEvents, chargeQuantity, type Charge, type ChargeLine } from "../pricing/charge";
import { lastBound } from "../pricing/tiers";
import type { PricePart } from "./billingPeriods";
import { noRows, type RatedItem } from "./ratedItem";

/** The usage of a workbook, ready to be asked for by contract and meter; undefined parts where there is no Usage. */
export interface MeteredUsage {
  readonly usage: Usage;
  readonly index: UsageIndex;
}

export interface RatingContext {
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly metered: MeteredUsage | undefined;
  readonly meters: Meters;
  readonly settings: Settings;
  readonly report: Report;
  /** What has been metered and priced in this run: rating, commitments and reconciliation ask for the same parts. */
  readonly rated: Map<Price, Map<string, RatedUsage>>;
}

function prorateLine(line: ChargeLine, fraction: DayFraction): ChargeLine {
  return {
    ...line,
    unitPrice: prorate(line.unitPrice, fraction),
    flatFee: prorate(line.flatFee, fraction),
    amount: prorate(line.amount, fraction),
  };
}

function fractionOf(price: Price, { full, part }: PricePart, settings: Settings): DayFraction {
  return price.isProrated ? dayFraction(part, full, settings.prorationBasis) : wholePeriod;
}

/** Reports why a price could not be applied; the contract waits. */
function reportFault(charge: Charge & { ok: false }, price: Price, report: Report): void {
  const value = charge.quantity.toString();
  const last = lastBound(price.tiers)?.toString() ?? "";
  const words = { meter: price.meter, contract: price.contractId, last, column: price.product };
  report(makeIssue(charge.code, { at: price.at, value, words, holds: [price.contractId] }));
}

/** Whole units beyond 15 digits: a cell does not hold them exactly, so they are never billed. */
const BEYOND = new Decimal("1e15");

function withinDigits(quantity: Decimal, charge: Charge): Charge {
  if (!charge.ok) return charge;
  const beyond = [quantity, charge.amount].find((figure) => figure.abs().greaterThanOrEqualTo(BEYOND));
  return beyond ? { ok: false, code: "BEYOND_15_DIGITS", quantity: beyond } : charge;
}

/** A fixed fee or contracted quantity for a part of a period, cut by days where it is short. */
export function rateFixedPart(
  contract: Contract,
  price: Price,
  span: PricePart,
  context: RatingContext,
): RatedItem | undefined {
  const fixedQuantity = price.quantity ?? one;
  const charge = withinDigits(fixedQuantity, chargeQuantity(fixedQuantity, price));
  if (!charge.ok) {
    reportFault(charge, price, context.report);
    return undefined;
  }
  const fraction =
    contract.frequency === "one_time" || price.isOnce
      ? wholePeriod
      : fractionOf(price, span, context.settings);
  const lines = charge.lines.map((line) => prorateLine(line, fraction));
  const whole = sum(lines.map(({ amount }) => amount));
  return {
    contract,
    price,
    kind: "fixed",
    ...span,
    fraction,
    late: undefined,
    quantity: undefined,
    rows: noRows,
    lines,
    whole,
    before: zero,
  };
}

/** The usage rows that a price meters in a part of a period. */
function rowsOfPrice(contract: Contract, price: Price, span: PricePart, context: RatingContext): Int32Array {
  const { metered, meters, contractIndex } = context;
  if (!metered || price.isFixed) return noRows;
  const meter = meters.get(price.meter);
  const contractRows = metered.index.rowsOf(contractIndex.get(contract.contractId) ?? -1, meter.sourceKey);
  const rows = rowsWithin(metered.usage, contractRows, span.part);
  if (meter.conditions.length === 0) return rows;
  return rows.filter(conditionTest(metered.usage, meter.conditions));
}

function chargeEachRow(usage: Usage, rows: Int32Array, meter: Meter, terms: Price): Charge {
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

export interface RatedUsage {
  readonly charge: Charge;
  readonly quantity: Decimal;
  readonly rows: Int32Array;
  readonly fraction: DayFraction;
  /** The price with its minimum cut to the part. */
  readonly terms: Price;
}

/** Meters and prices the usage of a part of a period, once a run; the charge may be a fault, which is not reported here. */
export function rateUsage(
  contract: Contract,
  price: Price,
  span: PricePart,
  context: RatingContext,
): RatedUsage {
  const key = `${String(span.part.from)} ${String(span.part.to)} ${String(span.full.from)}`;
  const known = context.rated.get(price) ?? new Map<string, RatedUsage>();
  context.rated.set(price, known);
  let rated = known.get(key);
  if (!rated) known.set(key, (rated = meterAndPrice(contract, price, span, context)));
  return rated;
}

function meterAndPrice(
  contract: Contract,
  price: Price,
  span: PricePart,
  context: RatingContext,
): RatedUsage {
  const rows = rowsOfPrice(contract, price, span, context);
  const meter = context.meters.get(price.meter);
  const fraction = fractionOf(price, span, context.settings);
  const terms: Price = price.minimum ? { ...price, minimum: prorate(price.minimum, fraction) } : price;
  const quantity = context.metered ? aggregate(context.metered.usage, rows, meter) : zero;
  const charge =
    price.perEvent && !price.isFree && context.metered
      ? chargeEachRow(context.metered.usage, rows, meter, terms)
      : chargeQuantity(quantity, terms);
  return { charge: withinDigits(quantity, charge), quantity, rows, fraction, terms };
}

/** Remarks on a charge that had no usage: a price without usage, and a first tier's fee that is charged all the same. */
function remarkOnZero(
  rated: RatedUsage,
  contract: Contract,
  price: Price,
  span: PricePart,
  context: RatingContext,
): void {
  const { currency } = contract;
  const { report } = context;
  const lines = rated.charge.ok ? rated.charge.lines : [];
  // A period in parts, by a plan change or a trial, has usage when any of its parts has some.
  const part = overlap(span.full, contract.service) ?? span.part;
  const hasRows =
    rated.rows.length > 0 || rowsOfPrice(contract, price, { ...span, part }, context).length > 0;
  if (!hasRows && !price.isFree) {
    const words = { meter: price.meter, from: formatDay(span.part.from), to: formatDay(span.part.to) };
    report(makeIssue("PRICE_WITHOUT_USAGE", { at: price.at, value: price.contractId, words }));
  }
  const fees = sum(
    lines.map(({ kind, quantity, flatFee }) => (kind === "usage" && quantity.isZero() ? flatFee : zero)),
  );
  if (!price.model.chargesZeroUsage || fees.isZero()) return;
  const words = { fee: fees.toString() };
  const stake = { amount: fees, currency };
  report(
    makeIssue("ZERO_USAGE_FEE", {
      at: price.at,
      value: `${price.contractId} ${price.product}`,
      words,
      stake,
    }),
  );
}

/** What the usage of a part of a period owes; a fault is reported and holds the contract. */
export function rateUsagePart(
  contract: Contract,
  price: Price,
  span: PricePart,
  context: RatingContext,
): RatedItem | undefined {
  const rated = rateUsage(contract, price, span, context);
  const { charge, quantity, rows, fraction } = rated;
  if (!charge.ok) {
    reportFault(charge, price, context.report);
    return undefined;
  }
  remarkOnZero(rated, contract, price, span, context);
  const { lines, amount: whole } = charge;
  return {
    contract,
    price,
    kind: "usage",
    ...span,
    fraction,
    late: undefined,
    quantity,
    rows,
    lines,
    whole,
    before: zero,
  };
}
