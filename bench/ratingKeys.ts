import { Decimal as PlainDecimal } from "decimal.js";
import { Decimal, zero } from "../src/core/money/decimal";
import type { ChargeTerms } from "../src/core/pricing/charge";
import { graduated } from "../src/core/pricing/models/graduated";
import type { Tier } from "../src/core/pricing/tiers";
import { randomIndex, randomOf, type Random } from "../scripts/example/random";

export const KEYS = 100;
const EVENTS_OF_KEY = 10_000;
/** As the engine holds quantities: integers of a millionth. */
export const SCALE = 6;

const BOUNDS: readonly (number | null)[] = [10, 100, 1000, 5000, null];
/** Prices of the tiers in hundredths of a cent, before each key's own mark-up. */
const BASE_PRICES: readonly number[] = [1250, 1000, 840, 615, 430];

export interface DecimalTier {
  readonly upTo: PlainDecimal | null;
  readonly unitPrice: PlainDecimal;
}

/** One price with the usage that it rates, for each side in the form that suits it best. */
export interface Key {
  readonly terms: ChargeTerms;
  readonly bounds: readonly number[];
  readonly prices: readonly number[];
  readonly decimalTiers: readonly DecimalTier[];
  /** The same quantities twice: as the engine holds them, and as float64. */
  readonly scaled: Float64Array;
  readonly quantities: Float64Array;
}

function termsOf(tiers: readonly Tier[]): ChargeTerms {
  return {
    model: graduated,
    tiers,
    unitPrice: undefined,
    packageSize: undefined,
    flatFee: undefined,
    included: zero,
    discount: zero,
    minimum: undefined,
    maximum: undefined,
    freeAtZero: false,
    mirrorsNegative: false,
  };
}

/** 0.001 to 20,000 with up to three decimals, so spread that the tiers hold about as many each. */
function randomThousandths(random: Random): number {
  const quantity = 10 ** (random() * 4.3);
  const unit = 10 ** randomIndex(random, 4);
  return Math.max(1, Math.round((quantity * 1000) / unit) * unit);
}

function makeKey(random: Random, scaled: Float64Array, quantities: Float64Array): Key {
  const prices = BASE_PRICES.map((price) => (price + randomIndex(random, 100)) / 10_000);
  const tiers = BOUNDS.map((bound, tier) => ({
    upTo: bound === null ? null : new Decimal(bound),
    unitPrice: new Decimal(prices[tier]!),
    flatFee: zero,
  }));
  const decimalTiers = BOUNDS.map((bound, tier) => ({
    upTo: bound === null ? null : new PlainDecimal(bound),
    unitPrice: new PlainDecimal(prices[tier]!),
  }));
  const bounds = BOUNDS.map((bound) => bound ?? Infinity);
  return { terms: termsOf(tiers), bounds, prices, decimalTiers, scaled, quantities };
}

/** A million quantities one behind the other, a thousand for each price. */
export function makeKeys(): Key[] {
  const random = randomOf("rating benchmark");
  const scaled = new Float64Array(KEYS * EVENTS_OF_KEY);
  const quantities = new Float64Array(scaled.length);
  for (let event = 0; event < scaled.length; event++) {
    const thousandths = randomThousandths(random);
    scaled[event] = thousandths * 10 ** (SCALE - 3);
    quantities[event] = thousandths / 1000;
  }
  return Array.from({ length: KEYS }, (_, key) => {
    const bounds = [key * EVENTS_OF_KEY, (key + 1) * EVENTS_OF_KEY] as const;
    return makeKey(random, scaled.subarray(...bounds), quantities.subarray(...bounds));
  });
}

/** Every so manieth event of each key. */
export function sampleOf(keys: readonly Key[], step: number): Key[] {
  return keys.map((key) => ({
    ...key,
    scaled: key.scaled.filter((_, event) => event % step === 0),
    quantities: key.quantities.filter((_, event) => event % step === 0),
  }));
}
