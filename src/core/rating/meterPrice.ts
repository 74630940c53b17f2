import { nameKey } from "../base/name";
import type { Period } from "../calendar/period";
import { metersRead } from "../catalog/readsUsage";
import type { Contract, Price } from "../catalog/records";
import { makeIssue, type Issue } from "../issues/issue";
import { aggregate, conditionTest } from "../metering/aggregate";
import { countOf } from "../metering/foldedRows";
import { measureOverTime } from "../metering/measureOverTime";
import type { Meter } from "../metering/meters";
import type { OverTime } from "../metering/overTime/timedReading";
import { quantityOf } from "../metering/readings";
import { usageCell } from "../metering/usage";
import { rowsWithin } from "../metering/usageIndex";
import { Decimal, sum, zero } from "../money/decimal";
import type { Levels } from "../pricing/levels";
import { stepOfPeaks } from "../pricing/peaks";
import { isConverted, pricedQuantity } from "../pricing/quantityTerms";
import type { PeakLimit } from "../pricing/tiers";
import { conditionedRows } from "./conditionedRows";
import { noRows } from "./ratedItem";
import type { RatingContext } from "./ratingContext";

/** The rows of a contract and meter that pass its filter. */
function rowsOfMeter(contract: Contract, meter: Meter, days: Period, context: RatingContext): Int32Array {
  const { metered, contractIndex } = context;
  if (!metered) return noRows;
  const contractRows = metered.index.rowsOf(contractIndex.get(contract.contractId) ?? -1, meter.sourceKey);
  const rows = rowsWithin(metered.usage, contractRows, days);
  return meter.conditions.length === 0 ? rows : rows.filter(conditionTest(metered.usage, meter.conditions));
}

/** The usage rows that a price meters in days. */
export function rowsOfPrice(
  contract: Contract,
  price: Price,
  days: Period,
  context: RatingContext,
): Int32Array {
  if (!context.metered) return noRows;
  const [first, ...others] = metersRead(price).map((name) =>
    rowsOfMeter(contract, context.meters.get(name), days, context),
  );
  if (!first) return noRows;
  if (others.length > 0)
    return Int32Array.from([...new Set([first, ...others].flatMap((rows) => [...rows]))]).sort();
  const shared = conditionedRows(contract, price, context);
  return shared ? first.filter((row) => shared.takes(price, row)) : first;
}

/** What one row counts for the meter of a price, as it is priced where every event is priced alone. */
export function unitsOfRow(row: number, price: Price, { metered, meters }: RatingContext): Decimal {
  const { aggregation } = meters.get(price.meter);
  const units =
    aggregation === "count" ? new Decimal(countOf(metered!.usage, row)) : quantityOf(metered!.usage, row);
  return price.perEvent ? pricedQuantity(units, price.conversion) : units;
}

/** Whether the quantity of rows follows from these rows alone, not from those before them. */
export function addsUp(price: Price, { meters }: RatingContext): boolean {
  return meters.get(price.meter).overTime === undefined && price.model.reads !== "peaks";
}

/** The highest quantity of a meter among some rows. */
function peakOfRows(name: string, rows: Int32Array, { metered, meters }: RatingContext): Decimal {
  const { usage } = metered!;
  const meter = meters.get(name);
  const test = conditionTest(usage, meter.conditions);
  const priced = rows.filter(
    (row) => nameKey(usage.meterNames[usage.meterOf[row]!]!) === meter.sourceKey && test(row),
  );
  return priced.length === 0 ? zero : aggregate(usage, priced, { ...meter, aggregation: "max" });
}

/** The first peak that the last step of a capacity does not cover, with its limit. */
export function peakAboveSteps(
  { tiers }: Price,
  rows: Int32Array,
  context: RatingContext,
): (PeakLimit & { readonly peak: Decimal }) | undefined {
  return (tiers.at(-1)?.limits ?? [])
    .map((limit) => ({ ...limit, peak: peakOfRows(limit.meter, rows, context) }))
    .find(({ most, peak }) => peak.greaterThan(most));
}

/** The priced quantity of rows of a price, for meters that these rows alone decide. */
export function quantityOfRows(price: Price, rows: Int32Array, context: RatingContext): Decimal {
  const { metered, meters } = context;
  if (!metered) return zero;
  if (price.model.reads === "peaks")
    return stepOfPeaks(price.tiers, (name) => peakOfRows(name, rows, context));
  const { conversion } = price;
  if (price.perEvent && conversion && (isConverted(conversion) || conversion.zeroBelow))
    return sum([...rows].map((row) => unitsOfRow(row, price, context)));
  const quantity = aggregate(metered.usage, rows, meters.get(price.meter));
  return conversion ? pricedQuantity(quantity, conversion) : quantity;
}

/** What a price meters of some days of a billing period. */
export interface MeteredDays {
  /** Rows of these days. */
  readonly rows: Int32Array;
  /** As it is priced. */
  readonly quantity: Decimal;
  /** Before factor and rounding, where these change it. */
  readonly metered?: Decimal;
  readonly levels?: Levels;
  /** A row that nothing over time follows from. */
  readonly fault?: Issue;
}

const isOverTime = (meter: Meter): meter is Meter & { readonly overTime: OverTime } =>
  meter.overTime !== undefined;

function measured(
  contract: Contract,
  price: Price,
  span: { readonly days: Period; readonly full: Period },
  context: RatingContext,
): MeteredDays {
  const { usage } = context.metered!;
  const meter = context.meters.get(price.meter);
  const rows = rowsOfPrice(contract, price, span.days, context);
  if (!isOverTime(meter)) return { rows, quantity: zero };
  const upToEnd = { from: -Infinity, to: span.days.to };
  const result = measureOverTime(usage, rowsOfPrice(contract, price, upToEnd, context), meter, span);
  if (!result.ok) {
    const at = usageCell(usage, result.row, "quantity");
    const value = quantityOf(usage, result.row).toString();
    const words = { reason: result.reason };
    const fault = makeIssue("BAD_TERMS", { at, value, words, holds: [contract.contractId] });
    return { rows, quantity: zero, fault };
  }
  const quantity = pricedQuantity(result.quantity, price.conversion);
  return {
    rows,
    quantity,
    ...(isConverted(price.conversion) ? { metered: result.quantity } : {}),
    ...(result.levels && !isConverted(price.conversion) ? { levels: result.levels } : {}),
  };
}

/** Meters a price for some days of a full billing period. */
export function meterPrice(
  contract: Contract,
  price: Price,
  span: { readonly days: Period; readonly full: Period },
  context: RatingContext,
): MeteredDays {
  const { metered, meters } = context;
  if (!metered) return { rows: noRows, quantity: zero };
  if (meters.get(price.meter).overTime && price.model.reads !== "peaks")
    return measured(contract, price, span, context);
  const rows = rowsOfPrice(contract, price, span.days, context);
  const quantity = quantityOfRows(price, rows, context);
  if (price.model.reads === "peaks" || !isConverted(price.conversion)) return { rows, quantity };
  return { rows, quantity, metered: aggregate(metered.usage, rows, meters.get(price.meter)) };
}

/** What of rows is within the included quantity of their days: 10 a day of 15, 3 and 12 are 23. */
export function includedDaily(price: Price, rows: Int32Array, context: RatingContext): Decimal {
  const { usage } = context.metered!;
  const byDay = new Map<number, number[]>();
  for (const row of rows) {
    const day = Math.floor(usage.moments[row]!);
    const ofDay = byDay.get(day);
    if (ofDay) ofDay.push(row);
    else byDay.set(day, [row]);
  }
  const ofDays = [...byDay.values()].map((ofDay) => quantityOfRows(price, Int32Array.from(ofDay), context));
  return sum(ofDays.map((quantity) => Decimal.max(zero, Decimal.min(quantity, price.included))));
}

/** The quantities of rows that are priced one by one, in the order of their moments. */
export function eventsInOrder(price: Price, rows: Int32Array, context: RatingContext): Decimal[] {
  const { moments } = context.metered!.usage;
  const inOrder = [...rows].sort((a, b) => moments[a]! - moments[b]! || a - b);
  return inOrder.map((row) => unitsOfRow(row, price, context));
}

/** Whether a meter reads one figure of a whole period: its peak, or the step that covers the peaks of several. */
export const readsPeak = (price: Price, { meters }: RatingContext): boolean =>
  price.model.reads === "peaks" || meters.get(price.meter).aggregation === "max";

/** Whether what a price charges follows from its rows, and not from their quantity alone. */
export const readsRows = (price: Price, { meters }: RatingContext): boolean =>
  price.perEvent ||
  price.includesDaily === true ||
  price.model.reads === "amounts" ||
  (price.model.reads !== "peaks" && meters.get(price.meter).overTime?.id === "held");
