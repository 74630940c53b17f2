import { dayOfMonth, isoOf, type Day, type Span } from "../year/day";
import type { Price, Tier } from "../year/simulatedYear";
import type { Draw } from "./draw";

type Terms = Omit<Price, "id" | "product">;

const currencyDigits = (currency: string) => (currency === "JPY" ? 0 : 2);

function tiersOf(draw: Draw, withFees: boolean): readonly Tier[] {
  const count = draw.whole(1, 4);
  let bound = 0;
  return Array.from({ length: count }, (_, at) => {
    bound += draw.whole(5, 80);
    return {
      ...(at < count - 1 ? { upTo: String(bound) } : {}),
      unitPrice: draw.decimal(0, 9, 4),
      // With a decimal point, so that no bound or fee can be read in two ways.
      flatFee: withFees ? (draw.whole(0, 4000) / 100).toFixed(2) : "0.00",
    };
  });
}

function usageModel(draw: Draw): Terms {
  if (draw.may("volume", 0.15))
    return draw.chance(0.5)
      ? { model: "volume", tiers: tiersOf(draw, draw.chance(0.4)) }
      : { model: "stairstep", tiers: tiersOf(draw, true).map((tier) => ({ ...tier, unitPrice: "0" })) };
  if (draw.may("tiers", 0.25)) return { model: "graduated", tiers: tiersOf(draw, draw.chance(0.4)) };
  if (draw.may("packages", 0.12))
    return { model: "package", packageSize: String(draw.whole(2, 50)), unitPrice: draw.decimal(1, 20, 2) };
  if (draw.may("tiers", 0.1)) {
    const tiers = tiersOf(draw, false).map((tier) => ({ ...tier, unitPrice: draw.decimal(0, 0.2, 3) }));
    return { model: "graduated_percentage", tiers };
  }
  if (draw.chance(0.15))
    return { model: "percentage", unitPrice: draw.decimal(0, 0.1, 3), flatFee: draw.decimal(0, 2, 2) };
  return { model: "per_unit", unitPrice: draw.decimal(0, 12, 4) };
}

/** Terms of a price of usage; `versions` share how the meter is gathered, not what it costs. */
export function usageTerms(draw: Draw, currency: string): Terms {
  const digits = currencyDigits(currency);
  if (draw.may("events", 0.12)) {
    const percentage: Terms = {
      model: "percentage",
      unitPrice: draw.decimal(0.01, 0.1, 3),
      ratePer: "Event",
    };
    return draw.may("minimum", 0.5) ? { ...percentage, minimum: draw.decimal(0, 3, digits) } : percentage;
  }
  const terms = usageModel(draw);
  return {
    ...terms,
    ...(draw.may("included", 0.3) ? { included: String(draw.whole(1, 120)) } : {}),
    ...(draw.may("discount", 0.15) ? { discount: draw.of(["5", "10", "12.5", "33"]) } : {}),
    ...(draw.may("minimum", 0.2) ? { minimum: draw.decimal(1, 300, digits) } : {}),
    ...(draw.may("maximum", 0.1) ? { maximum: draw.decimal(301, 900, digits) } : {}),
    ...(terms.tiers && draw.may("zeroUsage", 0.3) ? { zeroUsage: "No charge" as const } : {}),
  };
}

/** Terms of a fixed fee: flat, or a contracted quantity. */
export function feeTerms(draw: Draw, currency: string): Terms {
  const digits = currencyDigits(currency);
  if (!draw.may("contracted", 0.25)) return { model: "flat", flatFee: draw.decimal(1, 900, digits) };
  return {
    model: "per_unit",
    quantity: String(draw.whole(1, 60)),
    unitPrice: draw.decimal(1, 40, digits),
    ...(draw.may("discount", 0.2) ? { discount: draw.of(["5", "10", "12.5"]) } : {}),
  };
}

/** Splits a product's life at a day: prices that adjoin, the last without an end. */
export function versionsOf(
  draw: Draw,
  life: Span,
  isChanged: boolean,
  priceOf: (at: number) => Price,
): Price[] {
  const [last] = [Math.min(life.to, life.from + 330)];
  if (!isChanged || last - life.from < 40) return [priceOf(0)];
  let from: Day = draw.whole(life.from + 3, last - 3);
  if (draw.chance(0.3)) from -= dayOfMonth(from) - 1;
  if (from <= life.from) return [priceOf(0)];
  return [
    { ...priceOf(0), to: isoOf(from - 1) },
    { ...priceOf(1), from: isoOf(from) },
  ];
}
