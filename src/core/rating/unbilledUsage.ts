import type { Contract } from "../catalog/records";
import { inSureDigits } from "../documents/figuresAsPriced";
import type { BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import { countRows } from "../metering/foldedRows";
import { Decimal, one, sum, zero } from "../money/decimal";
import {
  chargeDifference,
  chargeKinds,
  type Charge,
  type ChargeKind,
  type ChargeLine,
} from "../pricing/charge";
import { billedParts, type BilledPart } from "./billedParts";
import type { BillingPeriod } from "./billingPeriods";
import { lateRows } from "./lateRows";
import { readsPeak, readsRows } from "./meterPrice";
import { noRows, type RatedItem } from "./ratedItem";
import { reportFaults } from "./rateParts";
import type { MeteredPart, RatedPart } from "./ratedUsage";
import { chargeParts, peakOnce } from "./rateUsage";
import type { RatingContext } from "./ratingContext";
import { rateOfPrice } from "./terms/conversion";

const isStepOfCharge = (kind: string): kind is ChargeKind => chargeKinds.some((step) => step === kind);

/** What the lines billed, as steps of a charge, in the unit of the price. */
function asChargeLines(
  lines: readonly RegisteredLine[],
  { asPriced }: BilledService,
  rate: Decimal = one,
): ChargeLine[] {
  return lines.flatMap((line) => {
    const { kind = "usage", tier = "", quantity = zero } = line;
    const { unitPrice = zero, flatFee = zero, amount } = asPriced(line);
    const inUnit = (figure: Decimal) => figure.dividedBy(rate);
    return isStepOfCharge(kind)
      ? [
          {
            kind,
            tier,
            quantity,
            unitPrice: inUnit(unitPrice),
            flatFee: inUnit(flatFee),
            amount: inUnit(amount),
          },
        ]
      : [];
  });
}

const isSamePrice = (a: ChargeLine, b: ChargeLine) =>
  inSureDigits(a.unitPrice).equals(inSureDigits(b.unitPrice));

/** Events whose rows cannot be told apart were billed as their lines say, if at the unit prices now in force. */
function chargeOfLines(
  contract: Contract,
  { rated, lines }: BilledPart,
  billed: BilledService,
  context: RatingContext,
): Charge | undefined {
  const { price, part, usage } = rated;
  const { charge } = usage;
  const rate = rateOfPrice(price, contract, part.to, context);
  if (!charge.ok || !rate) return undefined;
  const asBilled = asChargeLines(lines, billed, rate);
  const steps = asBilled.flatMap((step): ChargeLine[] => {
    if (step.kind !== "usage") return [step];
    const agreed = charge.lines.find((line) => isSamePrice(line, step));
    return agreed ? [{ ...step, unitPrice: agreed.unitPrice }] : [];
  });
  if (steps.length < asBilled.length) return undefined;
  return { ok: true, lines: steps, amount: sum(steps.map(({ amount }) => amount)) };
}

const hasUnits = ({ kind }: ChargeLine) => kind === "usage" || kind === "included";

const billableUnits = (lines: readonly ChargeLine[]) =>
  sum(lines.filter(({ kind }) => kind === "usage").map(({ quantity }) => quantity));

/**
 * Whether units that moved into the period are used up since by usage that came late: of 1,400 used, 1,400 were free and
 * 1,100 are now.
 */
function isLessFree({ rated: { price, usage }, lines }: BilledPart, billed: BilledService): boolean {
  if (price.rollover === undefined || lines.length === 0 || !usage.charge.ok) return false;
  return billableUnits(usage.charge.lines).greaterThan(billableUnits(asChargeLines(lines, billed)));
}

/** The price of what was billed of each part, at the prices now in force; nothing where no line bills it. */
function chargesBefore(
  contract: Contract,
  parts: readonly BilledPart[],
  billed: BilledService,
  context: RatingContext,
): (Charge | undefined)[] {
  const quantities = parts.map(({ rated: { metered: _, ...rated }, quantity, rows }): MeteredPart => ({
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
    // What moved into a period when it was billed is on its lines alone.
    const ofLines = () => chargeOfLines(contract, part, billed, context);
    if (price.rollover) return ofLines() ?? usage.charge;
    return readsRows(price, context) && !part.rows ? ofLines() : usage.charge;
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
  return quantities.reduce((most, quantity) => Decimal.max(most, quantity), zero);
}

/** Whether more was used than billed; a meter that reads a peak is one figure for all parts. */
function isMore(parts: readonly BilledPart[], context: RatingContext): boolean {
  const [first] = parts;
  if (!first) return false;
  // Events of no units are more usage as well, where each has a fee or a minimum.
  const isMoreOf = ({ rated: { price, usage }, quantity, rows = usage.rows }: BilledPart) =>
    usage.quantity.greaterThan(quantity) || (price.perEvent && rows.length < usage.rows.length);
  if (!readsPeak(first.rated.price, context)) return parts.some(isMoreOf);
  const used = highest(parts.map(({ rated }) => rated.usage.quantity));
  const before = highest(parts.map(({ quantity }) => quantity));
  // Of as many packs the peak may stand in another part now, whose price charges it.
  const hasMoved = () =>
    first.rated.price.model.reads !== "peaks" &&
    parts.some(({ rated, quantity }) => rated.usage.quantity.equals(used) && quantity.isZero());
  return used.greaterThan(before) || (used.equals(before) && !used.isZero() && hasMoved());
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
  const rows = lateRows(usage.rows, lines, late, price, context);
  const step = usage.charge.lines.find(({ kind }) => kind === "usage");
  // The step counts the events that are billed now, though they have no units.
  const isUncounted = late.isZero() && rows.length > 0 && step !== undefined && !difference.some(hasUnits);
  const counting = isUncounted ? [{ ...step, quantity: zero, flatFee: zero, amount: zero }] : [];
  return {
    contract,
    price,
    kind: "usage",
    full,
    part: rated.part,
    fraction,
    late: { all: usage.charge.lines, before: before.lines },
    quantity: late,
    rows,
    rowCount: context.metered ? countRows(context.metered.usage, rows) : rows.length,
    lines: [...counting, ...difference],
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
  if (!isMore(parts, context) && !parts.some((part) => isLessFree(part, billed))) return [];
  const before = chargesBefore(contract, parts, billed, context);
  const now = chargesNow(parts, context);
  for (const part of now) reportFaults(part, context);
  return parts.flatMap((part, index) => {
    const charge = before[index];
    return (charge?.ok && differenceItem(contract, part, now[index]!, charge, context)) || [];
  });
}
