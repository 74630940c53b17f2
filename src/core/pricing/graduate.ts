import { Decimal, sum, zero } from "../money/decimal";
import type { Levels } from "./levels";
import type { Part, RatedParts } from "./model";
import { reachesNoFurther, tierHolding, tierLabel, type Tier } from "./tiers";

/** A share of the quantity in a tier: by units, or by the blocks that it starts. */
function partOf(tiers: readonly Tier[], index: number, share: Decimal): Part {
  const { unitPrice, flatFee, blockSize, maximum } = tiers[index]!;
  const quantity = blockSize ? share.dividedBy(blockSize).ceil() : share;
  return { tier: tierLabel(tiers, index), quantity, unitPrice, flatFee, ...(maximum && { maximum }) };
}

/**
 * Fills the tiers from below: each tier's share of the quantity at its own price, plus the flat fee of every tier
 * entered; at 0 the first tier is entered. 150 over (100: 1.00; *: 0.50) is 100 × 1.00 + 50 × 0.50 = 125.
 */
export function graduate(quantity: Decimal, tiers: readonly Tier[]): RatedParts {
  const last = tiers[tiers.length - 1];
  if (last && !reachesNoFurther(last, quantity)) return { ok: false, quantity };
  const parts: Part[] = [];
  let lower = zero;
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && reachesNoFurther(tiers[index - 1]!, quantity)) break;
    const upper = tier.upTo === null ? quantity : Decimal.min(quantity, tier.upTo);
    parts.push(partOf(tiers, index, upper.minus(lower)));
    lower = upper;
  }
  return { ok: true, parts };
}

/** The whole quantity in the tier that holds it. */
export function inOneTier(quantity: Decimal, tiers: readonly Tier[]): RatedParts {
  const index = tierHolding(tiers, quantity);
  return index < 0 ? { ok: false, quantity } : { ok: true, parts: [partOf(tiers, index, quantity)] };
}

/** Parts of every level by the days that it was held; fees stay whole, as those of the peak. */
function byDays(
  levels: Levels,
  peak: readonly Part[],
  partsOf: (level: Decimal) => readonly Part[],
): RatedParts {
  const rated = levels.held.map(({ level, days }) => ({ days, parts: partsOf(level) }));
  const parts = peak.map((part, index) => ({
    ...part,
    quantity: sum(
      rated.map(({ days, parts: ratedParts }) => (ratedParts[index]?.quantity ?? zero).times(days)),
    ).dividedBy(levels.daysOfPeriod),
  }));
  return { ok: true, parts };
}

/**
 * Units that were held for days: each is placed in the tiers in full, the last to go from the top, and its days are
 * priced. 10 units all 30 days and 10 more for 15 over (10: 2; *: 1): 10 × 2 + 10 × 15/30 × 1 = 25.
 */
export function graduateLevels(levels: Levels, tiers: readonly Tier[]): RatedParts {
  const peak = graduate(levels.peak, tiers);
  if (!peak.ok) return peak;
  return byDays(levels, peak.parts, (level) => {
    const rated = graduate(level, tiers);
    return rated.ok ? rated.parts : [];
  });
}

/** Units that were held for days, all in the tier that holds the most of them. */
export function levelsInOneTier(levels: Levels, tiers: readonly Tier[]): RatedParts {
  const index = tierHolding(tiers, levels.peak);
  if (index < 0) return { ok: false, quantity: levels.peak };
  return byDays(levels, [partOf(tiers, index, levels.peak)], (level) => [partOf(tiers, index, level)]);
}
