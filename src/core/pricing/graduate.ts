import { Decimal, zero } from "../money/decimal";
import type { Part, RatedParts } from "./model";
import { lastBound, tierHolding, tierLabel, type Tier } from "./tiers";

/**
 * Fills the tiers from below: each tier's share of the quantity at its own price, plus the flat fee of every tier
 * entered; at 0 the first tier is entered. 150 over (100: 1.00; *: 0.50) is 100 × 1.00 + 50 × 0.50 = 125.
 */
export function graduate(quantity: Decimal, tiers: readonly Tier[]): RatedParts {
  const last = lastBound(tiers);
  if (last !== null && quantity.greaterThan(last)) return { ok: false, quantity };
  const parts: Part[] = [];
  let lower = zero;
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && quantity.lessThanOrEqualTo(lower)) break;
    const upper = tier.upTo === null ? quantity : Decimal.min(quantity, tier.upTo);
    parts.push({
      tier: tierLabel(tiers, index),
      quantity: upper.minus(lower),
      unitPrice: tier.unitPrice,
      flatFee: tier.flatFee,
    });
    lower = upper;
  }
  return { ok: true, parts };
}

/** The whole quantity in the tier that holds it. */
export function inOneTier(quantity: Decimal, tiers: readonly Tier[]): RatedParts {
  const index = tierHolding(tiers, quantity);
  const tier = tiers[index];
  if (!tier) return { ok: false, quantity };
  const { unitPrice, flatFee } = tier;
  return { ok: true, parts: [{ tier: tierLabel(tiers, index), quantity, unitPrice, flatFee }] };
}
