import type { Contract, Price } from "../catalog/records";
import type { BilledDays, BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import { aggregate } from "../metering/aggregate";
import { Decimal, sum, zero } from "../money/decimal";
import { chargeDifference, type Charge, type ChargeLine } from "../pricing/charge";
import type { BillingPeriod } from "./billingPeriods";
import { lateRows, unbilledRows } from "./lateRows";
import { noRows, type RatedItem } from "./ratedItem";
import { chargeParts, peakOnce, rowsOfPrice, type MeteredPart, type RatedPart } from "./rateUsage";
import type { RatingContext } from "./ratingContext";

/** A part of a period with what documents bill of it. */
interface BilledPart {
  readonly rated: RatedPart;
  /** Lines that bill some of its days. */
  readonly lines: readonly RegisteredLine[];
  readonly quantity: Decimal;
  /** The rows behind the billed quantity, where they can be told. */
  readonly rows: Int32Array | undefined;
}

function without(rows: Int32Array, others: Int32Array): Int32Array {
  const left = new Set(others);
  return rows.filter((row) => !left.has(row));
}

const readsPeak = (price: Price, { meters }: RatingContext) => meters.get(price.meter).aggregation === "max";

/**
 * The billed quantity of parts whose lines do not tell their days apart: what is left of each without the rows that came
 * late; where these cannot be told, the parts were billed in the order of their days.
 */
function splitBilled(
  contract: Contract,
  chain: readonly RatedPart[],
  whole: BilledDays,
  period: BillingPeriod,
  context: RatingContext,
): BilledPart[] | undefined {
  const { price } = chain[0]!;
  const { usage } = context.metered!;
  const meter = context.meters.get(price.meter);
  const rows = rowsOfPrice(contract, price, period.service, context);
  const missing = aggregate(usage, rows, meter).minus(whole.quantity ?? zero);
  const late = missing.greaterThan(0) ? unbilledRows(rows, whole.lines, missing, price, context) : noRows;
  const { lines } = whole;
  if (late) {
    return chain.map((rated) => {
      const kept = late.length === 0 ? rated.usage.rows : without(rated.usage.rows, late);
      const quantity = late.length === 0 ? rated.usage.quantity : aggregate(usage, kept, meter);
      return { rated, lines, quantity, rows: kept };
    });
  }
  const coversAll =
    chain[0]!.part.from === period.service.from && chain[chain.length - 1]!.part.to === period.service.to;
  if (!coversAll || price.perEvent) return undefined;
  let rest = whole.quantity ?? zero;
  return chain.map((rated) => {
    const quantity = Decimal.min(rest, rated.usage.quantity);
    rest = rest.minus(quantity);
    return { rated, lines, quantity, rows: undefined };
  });
}

/** What documents bill of each part of a period; undefined where they leave it open. */
function billedParts(
  contract: Contract,
  chain: readonly RatedPart[],
  period: BillingPeriod,
  billed: BilledService,
  context: RatingContext,
): BilledPart[] | undefined {
  const [first] = chain;
  if (!first) return [];
  const whole = billed.of(contract, first.price, period.service);
  if (whole.reachesBeyond || whole.quantity === undefined) return undefined;
  if (billed.unnamed(contract, period.service).length > 0) return undefined;
  const parts = chain.map((rated) => ({ rated, ...billed.of(contract, rated.price, rated.part) }));
  if (parts.some(({ reachesBeyond }) => reachesBeyond))
    return splitBilled(contract, chain, whole, period, context);
  return parts.map(({ rated, lines, quantity = zero }) => {
    const { price, usage } = rated;
    const missing = usage.quantity.minus(quantity);
    const late =
      price.perEvent && missing.greaterThan(0)
        ? unbilledRows(usage.rows, lines, missing, price, context)
        : noRows;
    return { rated, lines, quantity, rows: late && without(usage.rows, late) };
  });
}

/** What the lines billed, as steps of a charge. */
function asChargeLines(lines: readonly RegisteredLine[]): ChargeLine[] {
  return lines.flatMap(
    ({ kind = "usage", tier = "", quantity = zero, unitPrice = zero, flatFee = zero, amount }) =>
      kind === "fixed" || kind === "commitment" || kind === "adjustment"
        ? []
        : [{ kind, tier, quantity, unitPrice, flatFee, amount }],
  );
}

/** Events whose rows cannot be told apart were billed as their lines say, if at the unit prices now in force. */
function chargeOfLines({ rated, lines }: BilledPart): Charge | undefined {
  const { charge } = rated.usage;
  if (!charge.ok) return undefined;
  const steps = asChargeLines(lines);
  const isStep = (step: ChargeLine) =>
    step.kind !== "usage" || charge.lines.some(({ unitPrice }) => unitPrice.equals(step.unitPrice));
  if (!steps.every(isStep)) return undefined;
  return { ok: true, lines: steps, amount: sum(steps.map(({ amount }) => amount)) };
}

/** The price of what was billed of each part, at the prices now in force; nothing where no line bills it. */
function chargesBefore(parts: readonly BilledPart[], context: RatingContext): (Charge | undefined)[] {
  const quantities = parts.map(({ rated, quantity, rows }): MeteredPart => ({
    ...rated,
    isBelowPeak: false,
    quantity,
    rows: rows ?? noRows,
  }));
  const [first] = parts;
  const isPeak = first !== undefined && parts.length > 1 && readsPeak(first.rated.price, context);
  const charged = chargeParts(isPeak ? peakOnce(quantities) : quantities, context);
  return charged.map(({ price, usage }, index) => {
    const part = parts[index]!;
    if (part.lines.length === 0) return { ok: true, lines: [], amount: zero };
    return price.perEvent && !part.rows ? chargeOfLines(part) : usage.charge;
  });
}

/** All that the parts owe: of a part in which less was used than billed, what was billed of it. */
function chargesNow(parts: readonly BilledPart[], context: RatingContext): readonly RatedPart[] {
  const isLess = ({ rated, quantity }: BilledPart) => rated.usage.quantity.lessThan(quantity);
  const [first] = parts;
  if (!first || readsPeak(first.rated.price, context) || !parts.some(isLess))
    return parts.map(({ rated }) => rated);
  return chargeParts(
    parts.map(({ rated, quantity }) => ({
      ...rated,
      rows: rated.usage.rows,
      quantity: Decimal.max(quantity, rated.usage.quantity),
    })),
    context,
  );
}

function highest(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((most, each) => Decimal.max(most, each), zero);
}

/** Whether more was used than billed; a meter that reads a peak is one figure for all parts. */
function isMore(parts: readonly BilledPart[], context: RatingContext): boolean {
  const [first] = parts;
  if (!first) return false;
  if (!readsPeak(first.rated.price, context))
    return parts.some(({ rated, quantity }) => rated.usage.quantity.greaterThan(quantity));
  const used = highest(parts.map(({ rated }) => rated.usage.quantity));
  return used.greaterThan(highest(parts.map(({ quantity }) => quantity)));
}

function differenceItem(
  contract: Contract,
  part: BilledPart,
  { usage }: RatedPart,
  before: Charge & { ok: true },
  context: RatingContext,
): RatedItem | undefined {
  const { rated, lines, quantity } = part;
  const { price, full, fraction } = rated;
  if (!usage.charge.ok) return undefined;
  const difference = chargeDifference(usage.charge.lines, before.lines);
  const late = usage.quantity.minus(quantity);
  if (late.isZero() && difference.length === 0) return undefined;
  return {
    contract,
    price,
    kind: "usage",
    full,
    part: rated.part,
    fraction,
    late: { all: usage.charge.lines, before: before.lines },
    quantity: late,
    rows: lateRows(usage.rows, lines, late, price, context),
    lines: difference,
    whole: usage.charge.amount,
    before: before.amount,
  };
}

/**
 * What a chain of prices owes for usage of a period of which documents bill some: the price of all of it less the price
 * of the billed quantity, both at the prices now in force, so that only quantity is billed. Less usage than was billed
 * is a finding, never credited here. Undefined where the documents leave open how much they bill: what is not known to
 * be unbilled is never billed again. 95 units at 1.00, 80 of them billed: 15.00.
 */
export function rateUnbilled(
  contract: Contract,
  chain: readonly RatedPart[],
  period: BillingPeriod,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] | undefined {
  const parts = billedParts(contract, chain, period, billed, context);
  if (!parts) return undefined;
  if (!isMore(parts, context)) return [];
  const before = chargesBefore(parts, context);
  const now = chargesNow(parts, context);
  return parts.flatMap((part, index) => {
    const charge = before[index];
    return (charge?.ok && differenceItem(contract, part, now[index]!, charge, context)) || [];
  });
}
