import { Decimal, sum, zero } from "../money/decimal";
import { unscale } from "./events";
import { mapLevels, quantityOfLevels, type Levels } from "./levels";
import type { EventQuantities, ModelTerms, Part, PricingModel, RatedParts } from "./model";

/** What is done to the amount of a model, in the order of the policy; another order is for what-if questions. */
export const adjustmentSteps = ["discount", "minimum", "maximum"] as const;
export type AdjustmentStep = (typeof adjustmentSteps)[number];

/** What a price can lack that it follows from. */
type MissingTerm = "INDEX_MISSING" | "STEPS_ENDED";

/** Units that cost nothing, from a grant. */
export interface GrantedUnits {
  readonly id: string;
  readonly units: Decimal;
}

/** All that decides the amount of one price: a model's terms and what stands around every model. */
export interface ChargeTerms extends ModelTerms {
  readonly model: PricingModel;
  /** Taken off the quantity first; off every event where each is rated alone. */
  readonly included: Decimal;
  /** Units of the included quantity that moved on from periods before. */
  readonly carried?: Decimal;
  /** Units that were granted, taken off after what is included; not of events, nor of days held. */
  readonly granted?: readonly GrantedUnits[];
  /** A fraction: 0.1 takes 10 % off. */
  readonly discount: Decimal;
  readonly minimum: Decimal | undefined;
  readonly maximum: Decimal | undefined;
  /** Zero usage = No charge: the first tier's flat fee is not charged at 0. */
  readonly freeAtZero: boolean;
  /** Negative usage = Mirror: minus the price of the absolute quantity. */
  readonly mirrorsNegative: boolean;
  /** What the price follows from is not known: nothing can be charged. */
  readonly missing?: MissingTerm;
  /** Free until: the quantity is known and nothing is charged for it. */
  readonly isFree?: boolean;
  /** Default: the order of the policy. */
  readonly order?: readonly AdjustmentStep[];
}

export const chargeKinds = ["usage", "included", "discount", "minimum", "maximum"] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** A line of a charge; quantity × unit price + flat fee is its exact amount. */
export interface ChargeLine extends Part {
  readonly kind: ChargeKind;
  readonly amount: Decimal;
  /** Carried units that nobody used and nobody can use any more, in words. */
  readonly expired?: string;
  /** The grant that its units are drawn from. */
  readonly grantId?: string;
}

/** The tier of included units that were not used in periods before. */
const CARRIED_OVER = "carried over";

export type Charge =
  | { readonly ok: true; readonly lines: readonly ChargeLine[]; readonly amount: Decimal }
  | {
      readonly ok: false;
      readonly code: "ABOVE_LAST_TIER" | "NEGATIVE_USAGE" | "BEYOND_15_DIGITS" | MissingTerm;
      /** What cannot be charged; beyond 15 digits it may be the amount. */
      readonly quantity: Decimal;
    };

export function amountOf({ quantity, unitPrice, flatFee }: Part): Decimal {
  return quantity.times(unitPrice).plus(flatFee);
}

const adjustmentLine = (kind: ChargeKind, amount: Decimal): ChargeLine => ({
  kind,
  tier: "",
  quantity: new Decimal(1),
  unitPrice: amount,
  flatFee: zero,
  amount,
});

function freeLine(tier: string, quantity: Decimal): ChargeLine[] {
  if (quantity.isZero()) return [];
  return [{ kind: "included", tier, quantity, unitPrice: zero, flatFee: zero, amount: zero }];
}

/** Included units: those that moved on from before are used first. */
function includedLine(quantity: Decimal, carried = zero): ChargeLine[] {
  if (quantity.isZero()) return [];
  const moved = Decimal.min(quantity, carried);
  return [...freeLine(CARRIED_OVER, moved), ...freeLine("", quantity.minus(moved))];
}

/** The units that grants give, one after the other: 150 of 100 and 80 granted draw 100 and 50. */
function grantedLines(quantity: Decimal, granted: readonly GrantedUnits[] = []): ChargeLine[] {
  let rest = quantity;
  return granted.flatMap(({ id, units }) => {
    const drawn = Decimal.min(rest, units);
    rest = rest.minus(drawn);
    return includedLine(drawn).map((line) => ({ ...line, tier: `grant ${id}`, grantId: id }));
  });
}

/** A part, and what it is above the maximum of its tier. */
function linesOfPart(part: Part): ChargeLine[] {
  const { tier, quantity, unitPrice, flatFee, maximum } = part;
  const amount = amountOf(part);
  const line: ChargeLine = { tier, quantity, unitPrice, flatFee, kind: "usage", amount };
  if (!maximum?.lessThan(amount)) return [line];
  return [line, { ...adjustmentLine("maximum", maximum.minus(amount)), tier }];
}

/** What a step adds to an amount: 10 % off 120 is −12, a minimum of 500 over 412.30 is 87.70. */
const changes: Readonly<Record<AdjustmentStep, (amount: Decimal, terms: ChargeTerms) => Decimal>> = {
  discount: (amount, { discount }) => (discount.isZero() ? zero : amount.times(discount).negated()),
  minimum: (amount, { minimum }) => (minimum && amount.lessThan(minimum) ? minimum.minus(amount) : zero),
  maximum: (amount, { maximum }) => (maximum && amount.greaterThan(maximum) ? maximum.minus(amount) : zero),
};

/** The order is the policy: included quantity → model → discount → minimum → maximum. */
function adjust(terms: ChargeTerms, free: readonly ChargeLine[], parts: readonly Part[]): Charge {
  const lines = [...free, ...parts.flatMap(linesOfPart)];
  let amount = sum(lines.map((line) => line.amount));
  for (const step of terms.order ?? adjustmentSteps) {
    const change = changes[step](amount, terms);
    if (change.isZero()) continue;
    lines.push(adjustmentLine(step, change));
    amount = amount.plus(change);
  }
  return { ok: true, lines, amount };
}

const negative = (line: ChargeLine): ChargeLine => ({
  ...line,
  quantity: line.quantity.negated(),
  flatFee: line.flatFee.negated(),
  amount: line.amount.negated(),
});

/** The terms of a price that charges nothing at zero: its line is there, and 0. */
function withoutFees(terms: ChargeTerms): ChargeTerms {
  return { ...terms, tiers: terms.tiers.map((tier) => ({ ...tier, flatFee: zero })) };
}

/**
 * What a quantity costs before rounding, with a line for every step that leads to the amount. `levels` are the units of
 * the days that the quantity is made of, where they were held.
 */
export function chargeQuantity(quantity: Decimal, terms: ChargeTerms, levels?: Levels): Charge {
  if (terms.missing) return { ok: false, code: terms.missing, quantity };
  if (terms.isFree) return { ok: true, lines: freeLine("", quantity), amount: zero };
  if (quantity.isNegative() && !quantity.isZero()) {
    if (!terms.mirrorsNegative) return { ok: false, code: "NEGATIVE_USAGE", quantity };
    const mirrored = chargeQuantity(quantity.negated(), terms);
    if (!mirrored.ok) return mirrored;
    return { ok: true, lines: mirrored.lines.map(negative), amount: mirrored.amount.negated() };
  }
  const held = levels && terms.model.rateLevels ? levels : undefined;
  const within = (level: Decimal) => (level.lessThan(terms.included) ? level : terms.included);
  const included = held ? quantityOfLevels(mapLevels(held, within)) : within(quantity);
  const granted = held ? [] : grantedLines(quantity.minus(included), terms.granted);
  const chargeable = quantity.minus(included).minus(sum(granted.map((line) => line.quantity)));
  const isFree = chargeable.isZero() && terms.freeAtZero;
  const charged = isFree ? withoutFees(terms) : terms;
  const rated = held
    ? terms.model.rateLevels!(
        mapLevels(held, (level) => level.minus(within(level))),
        charged,
      )
    : terms.model.rate(chargeable, charged);
  return rated.ok
    ? adjust(terms, [...includedLine(included, terms.carried), ...granted], rated.parts)
    : { ...rated, code: "ABOVE_LAST_TIER" };
}

/** Adds lines of the same kind, tier and unit price; the order of first appearance stays. */
export function mergeLines(lines: Iterable<ChargeLine>): ChargeLine[] {
  const merged = new Map<string, ChargeLine>();
  for (const line of lines) {
    const isAdjustment = line.kind !== "usage" && line.kind !== "included";
    const key = `${line.kind}|${line.tier}|${isAdjustment ? "" : line.unitPrice.toString()}`;
    const before = merged.get(key);
    const amount = before ? before.amount.plus(line.amount) : line.amount;
    if (isAdjustment) merged.set(key, { ...adjustmentLine(line.kind, amount), tier: line.tier });
    else if (before) {
      const quantity = before.quantity.plus(line.quantity);
      merged.set(key, { ...before, quantity, flatFee: before.flatFee.plus(line.flatFee), amount });
    } else merged.set(key, line);
  }
  return [...merged.values()];
}

/** The line of `count` equal events. */
function timesCount(line: ChargeLine, count: number): ChargeLine {
  if (count === 1) return line;
  const { quantity, flatFee, amount } = line;
  return {
    ...line,
    quantity: quantity.times(count),
    flatFee: flatFee.times(count),
    amount: amount.times(count),
  };
}

/** Every event priced alone by `chargeQuantity`, equal quantities once: the exact lane for what buckets cannot do. */
function chargeEventByEvent(counts: Iterable<readonly [Decimal, number]>, terms: ChargeTerms): Charge {
  const lines: ChargeLine[] = [];
  for (const [quantity, count] of counts) {
    const charge = chargeQuantity(quantity, terms);
    if (!charge.ok) return charge;
    for (const line of charge.lines) lines.push(timesCount(line, count));
  }
  const merged = mergeLines(lines);
  return { ok: true, lines: merged, amount: sum(merged.map(({ amount }) => amount)) };
}

/** Quantities that are each priced alone by the whole of a price. */
export function chargeOneByOne(quantities: readonly Decimal[], terms: ChargeTerms): Charge {
  return chargeEventByEvent(
    quantities.map((quantity) => [quantity, 1] as const),
    terms,
  );
}

function* countEqual(
  events: EventQuantities,
  wide: readonly Decimal[],
): Generator<readonly [Decimal, number]> {
  const counts = new Map<number, number>();
  for (const scaled of events.scaled) counts.set(scaled, (counts.get(scaled) ?? 0) + 1);
  for (const [scaled, count] of counts) yield [unscale(BigInt(scaled), events.scale), count];
  for (const quantity of wide) yield [quantity, 1];
}

/** Buckets answer when each event is the model alone: nothing included, bounded, negative or free at zero. */
function bucketsFit(events: EventQuantities, wide: readonly Decimal[], terms: ChargeTerms): boolean {
  if (terms.isFree || wide.length > 0 || !terms.included.isZero() || terms.minimum || terms.maximum)
    return false;
  const { scaled } = events;
  let least = Infinity;
  for (let i = 0; i < scaled.length; i++) if (scaled[i]! < least) least = scaled[i]!;
  return least > 0 || (least === 0 && !terms.freeAtZero);
}

/**
 * Rate per = Event: every event is priced alone and the amounts are added, unrounded; minimum and maximum bound each
 * event. `wide` holds the quantities that do not fit the scaled integers.
 */
export function chargeEvents(events: EventQuantities, wide: readonly Decimal[], terms: ChargeTerms): Charge {
  if (terms.missing) return { ok: false, code: terms.missing, quantity: zero };
  if (events.scaled.length + wide.length === 0) return { ok: true, lines: [], amount: zero };
  if (bucketsFit(events, wide, terms)) {
    const rated: RatedParts | undefined = terms.model.rateEvents?.(events, terms);
    if (rated?.ok) return adjust(terms, [], rated.parts);
  }
  return chargeEventByEvent(countEqual(events, wide), terms);
}

/**
 * What `all` costs beyond `before`: equal steps cancel, the rest is charged or taken back, so that parts of a
 * period's usage add up to the whole. Graduated 100: 1; *: 0.5 — 80 billed, 150 in all: 20 × 1 + 50 × 0.5.
 */
export function chargeDifference(all: readonly ChargeLine[], before: readonly ChargeLine[]): ChargeLine[] {
  const takenBack = before.map(negative);
  return mergeLines([...all, ...takenBack]).filter((line) =>
    line.kind === "usage" || line.kind === "included"
      ? !line.quantity.isZero() || !line.flatFee.isZero()
      : !line.amount.isZero(),
  );
}
