import { zero, type Decimal } from "../money/decimal";
import type { Tier } from "./tiers";

/** A stretch of quantities on which the amount is a straight line: base + unit price × (quantity − from). */
export interface Segment {
  /** Inclusive; null: no upper bound. The first segment begins at 0, the next right above this one. */
  readonly upTo: Decimal | null;
  readonly from: Decimal;
  /** The amount at `from`, fees included. */
  readonly base: Decimal;
  readonly unitPrice: Decimal;
}

/** The whole quantity at one tier's price: 150 over (100: 2 + 10; *: 1) lies on 0 + 1 × 150. */
export function segmentsByTier(tiers: readonly Tier[]): Segment[] {
  return tiers.map(({ upTo, unitPrice, flatFee }) => ({ upTo, unitPrice, from: zero, base: flatFee }));
}

/** Tiers filled from below: 150 over (100: 1.00; *: 0.50) lies on 100 + 0.50 × (150 − 100). */
export function segmentsFromBelow(tiers: readonly Tier[]): Segment[] {
  let from = zero;
  let below = zero;
  return tiers.map(({ upTo, unitPrice, flatFee }) => {
    const segment = { upTo, from, unitPrice, base: below.plus(flatFee) };
    const top = upTo ?? from;
    below = segment.base.plus(top.minus(from).times(unitPrice));
    from = top;
    return segment;
  });
}
