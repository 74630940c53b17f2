import { Decimal as PlainDecimal } from "decimal.js";
import { sum, type Decimal } from "../src/core/money/decimal";
import { chargeEvents } from "../src/core/pricing/charge";
import { SCALE, type Key } from "./ratingKeys";

/** What the engine does with a price that rates every usage row alone. */
export function rateByEngine(keys: readonly Key[]): Decimal {
  return sum(
    keys.map(({ terms, scaled }) => {
      const charge = chargeEvents({ scaled, scale: SCALE }, [], terms);
      if (!charge.ok) throw new Error(`the engine refuses the quantity ${charge.quantity.toString()}`);
      return charge.amount;
    }),
  );
}

/** The loop over float64 that anybody would write: each event walks up the tiers. */
export function rateByWalk(keys: readonly Key[]): number {
  let total = 0;
  for (const { bounds, prices, quantities } of keys) {
    let amount = 0;
    for (let event = 0; event < quantities.length; event++) {
      const quantity = quantities[event]!;
      let lower = 0;
      for (let tier = 0; tier < bounds.length && quantity > lower; tier++) {
        const upTo = bounds[tier]!;
        amount += ((quantity < upTo ? quantity : upTo) - lower) * prices[tier]!;
        lower = upTo;
      }
    }
    total += amount;
  }
  return total;
}

/** A cleverer one: what the tiers below cost is known before, so that an event takes one multiplication. */
export function rateByPrepared(keys: readonly Key[]): number {
  let total = 0;
  for (const { bounds, prices, quantities } of keys) {
    const lowers = new Float64Array(bounds.length);
    const below = new Float64Array(bounds.length);
    for (let tier = 1; tier < bounds.length; tier++) {
      lowers[tier] = bounds[tier - 1]!;
      below[tier] = below[tier - 1]! + (lowers[tier]! - lowers[tier - 1]!) * prices[tier - 1]!;
    }
    let amount = 0;
    for (let event = 0; event < quantities.length; event++) {
      const quantity = quantities[event]!;
      let tier = 0;
      while (quantity > bounds[tier]!) tier++;
      amount += below[tier]! + (quantity - lowers[tier]!) * prices[tier]!;
    }
    total += amount;
  }
  return total;
}

/** The walk once more, with an object of decimal.js for every figure. */
export function rateByDecimals(keys: readonly Key[]): PlainDecimal {
  const zero = new PlainDecimal(0);
  let total = zero;
  for (const { decimalTiers, quantities } of keys) {
    for (let event = 0; event < quantities.length; event++) {
      const quantity = new PlainDecimal(quantities[event]!);
      let lower = zero;
      for (const { upTo, unitPrice } of decimalTiers) {
        const isLast = upTo === null || quantity.lessThanOrEqualTo(upTo);
        const upper = isLast ? quantity : upTo;
        total = total.plus(upper.minus(lower).times(unitPrice));
        if (isLast) break;
        lower = upper;
      }
    }
  }
  return total;
}
