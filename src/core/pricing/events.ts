import { Decimal, zero } from "../money/decimal";
import type { EventQuantities, Part, RatedParts } from "./model";
import { arePlain, tierLabel, type Tier } from "./tiers";

/** Integers up to here add and subtract exactly in a float64. */
const EXACT_LIMIT = 2 ** 53;
/** A sum up to here can take one more quantity (below 10^15) and stay exact. */
const FLUSH_LIMIT = 8e15;

/** Sums in blocks that cannot leave the exact integers of a float64; the blocks meet in a bigint. */
function blockLength(values: Float64Array, atLeast = 1): number {
  let largest = atLeast;
  for (let i = 0; i < values.length; i++) if (values[i]! > largest) largest = values[i]!;
  return Math.max(1, Math.floor(EXACT_LIMIT / largest));
}

/** `scaled` integers of 10^-scale as a decimal. */
export function unscale(scaled: bigint, scale: number): Decimal {
  return new Decimal(`${scaled.toString()}e-${String(scale)}`);
}

/** The largest scaled integer at or below a bound: q ≤ bound exactly when its integer is ≤ this. */
export function scaledFloor(bound: Decimal, scale: number): number {
  const factor = 10 ** scale;
  const double = bound.toNumber();
  const fast = Math.round(double * factor);
  // A decimal of at most 15 digits that reads back from the scaled integer is that integer (scaledQuantity.ts).
  if (fast < 1e15 && fast / factor === double && bound.precision() <= 15) return fast;
  const scaled = bound.times(factor).floor();
  return scaled.greaterThan(EXACT_LIMIT) ? Infinity : scaled.toNumber();
}

/** A scaled integer that stands for exactly this value, or undefined when it has more decimals than the scale. */
export function scaledExactly(value: Decimal, scale: number): number | undefined {
  const scaled = value.times(new Decimal(10).pow(scale));
  return scaled.isInteger() && scaled.lessThan(EXACT_LIMIT) ? scaled.toNumber() : undefined;
}

/** How far values between two places are from a value, in all; four sums at a time, since they do not wait for each other. */
function sumOfDistances(values: Float64Array, start: number, end: number, from: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    first += Math.abs(values[i]! - from);
    second += Math.abs(values[i + 1]! - from);
    third += Math.abs(values[i + 2]! - from);
    fourth += Math.abs(values[i + 3]! - from);
  }
  for (; i < end; i++) first += Math.abs(values[i]! - from);
  return first + second + (third + fourth);
}

export function sumScaled(values: Float64Array): bigint {
  const block = blockLength(values);
  let total = 0n;
  for (let start = 0; start < values.length; start += block) {
    const end = Math.min(start + block, values.length);
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i]!;
    total += BigInt(sum);
  }
  return total;
}

/** Values that are passed over for one bound after the other while they are at hand. */
const BLOCK_AT_HAND = 4096;

/**
 * What the events, none below 0, fill of each tier from below, where nothing but that decides the price: no fee, and
 * bounds that the scale holds. Undefined otherwise, and when an event lies above a closed last tier.
 *
 * No event is sorted, since a guess of the processor that fails costs more than all sums of an event: what events have
 * up to a bound is half of all they have and the bound for each, less their distances from it. 4 and 30 have
 * (34 + 2 × 10 − 6 − 20) / 2 = 14 up to 10.
 */
function filledTiers({ scaled, scale }: EventQuantities, tiers: readonly Tier[]): bigint[] | undefined {
  if (!arePlain(tiers) || tiers.some(({ flatFee }) => !flatFee.isZero())) return undefined;
  const bounds = tiers.flatMap(({ upTo }) => (upTo === null ? Infinity : (scaledExactly(upTo, scale) ?? [])));
  if (bounds.length < tiers.length) return undefined;
  const upTo = bounds.map(() => 0n);
  const block = Math.min(BLOCK_AT_HAND, blockLength(scaled, Math.max(1, ...bounds.filter(Number.isFinite))));
  for (let start = 0; start < scaled.length; start += block) {
    const end = Math.min(start + block, scaled.length);
    const all = sumOfDistances(scaled, start, end, 0);
    for (const [tier, bound] of bounds.entries()) {
      if (bound === Infinity) upTo[tier]! += BigInt(all);
      else {
        const twice =
          BigInt(all) + BigInt(bound * (end - start)) - BigInt(sumOfDistances(scaled, start, end, bound));
        upTo[tier]! += twice / 2n;
      }
    }
  }
  if (bounds.at(-1) !== Infinity && upTo.at(-1) !== sumScaled(scaled)) return undefined;
  return upTo.map((sum, tier) => sum - (upTo[tier - 1] ?? 0n));
}

/** How many events a tier holds and what they add up to. */
export interface TierBuckets {
  readonly counts: readonly number[];
  readonly sums: readonly bigint[];
}

/**
 * Sorts events into the tier that holds each: the only pass over the rows that a tiered price needs, since every
 * amount follows from the counts and sums (distributive law), multiplied once per tier instead of once per row.
 * Undefined when an event lies above a closed last tier, and for tiers of blocks, maximums or exclusive bounds.
 */
function bucketByTier(events: EventQuantities, tiers: readonly Tier[]): TierBuckets | undefined {
  if (!arePlain(tiers)) return undefined;
  const { scaled, scale } = events;
  const last = tiers.length - 1;
  const bounds = Float64Array.from(tiers, ({ upTo }) =>
    upTo === null ? Infinity : scaledFloor(upTo, scale),
  );
  const counts = new Float64Array(tiers.length);
  const partial = new Float64Array(tiers.length);
  const sums = tiers.map(() => 0n);
  for (let i = 0; i < scaled.length; i++) {
    const quantity = scaled[i]!;
    let tier = 0;
    while (quantity > bounds[tier]!) if (tier++ === last) return undefined;
    counts[tier]!++;
    const sum = partial[tier]! + quantity;
    partial[tier] = sum;
    if (sum > FLUSH_LIMIT) {
      sums[tier] = sums[tier]! + BigInt(sum);
      partial[tier] = 0;
    }
  }
  for (let tier = 0; tier < partial.length; tier++) sums[tier] = sums[tier]! + BigInt(partial[tier]!);
  return { counts: [...counts], sums };
}

/** Rated parts of events whose tier alone decides price and fee (volume, stairstep). */
export function partsByTier(events: EventQuantities, tiers: readonly Tier[]): RatedParts | undefined {
  const buckets = bucketByTier(events, tiers);
  if (!buckets) return undefined;
  const parts: Part[] = [];
  for (const [index, tier] of tiers.entries()) {
    const count = buckets.counts[index]!;
    if (count === 0) continue;
    parts.push({
      tier: tierLabel(tiers, index),
      quantity: unscale(buckets.sums[index]!, events.scale),
      unitPrice: tier.unitPrice,
      flatFee: tier.flatFee.times(count),
    });
  }
  return { ok: true, parts };
}

/** Rated parts of events that fill the tiers from below, each event from the first tier on (graduated). */
export function partsFromBelow(events: EventQuantities, tiers: readonly Tier[]): RatedParts | undefined {
  const filled = filledTiers(events, tiers);
  if (filled) {
    const parts = filled.flatMap((units, index): Part[] => {
      if (index > 0 && units === 0n) return [];
      const { unitPrice, flatFee } = tiers[index]!;
      return [{ tier: tierLabel(tiers, index), quantity: unscale(units, events.scale), unitPrice, flatFee }];
    });
    return { ok: true, parts };
  }
  const buckets = bucketByTier(events, tiers);
  if (!buckets) return undefined;
  const parts: Part[] = [];
  let entered = events.scaled.length;
  let lower = zero;
  for (const [index, tier] of tiers.entries()) {
    if (entered === 0) break;
    const held = buckets.counts[index]!;
    const heldShare = unscale(buckets.sums[index]!, events.scale).minus(lower.times(held));
    const passed = entered - held;
    const full = tier.upTo === null ? zero : tier.upTo.minus(lower).times(passed);
    parts.push({
      tier: tierLabel(tiers, index),
      quantity: heldShare.plus(full),
      unitPrice: tier.unitPrice,
      flatFee: tier.flatFee.times(entered),
    });
    entered = passed;
    lower = tier.upTo ?? lower;
  }
  return { ok: true, parts };
}
