import { Decimal as PlainDecimal } from "decimal.js";
import { sum } from "../../src/core/money/decimal";
import { Decimal, zero } from "../../src/core/money/decimal";
import { chargeEvents, type ChargeTerms } from "../../src/core/pricing/charge";
import { graduated } from "../../src/core/pricing/models/graduated";
import type { Tier } from "../../src/core/pricing/tiers";
import { randomIndex, randomOf } from "../example/random";
import { interleave, spreadOf } from "./pairs";
import { ratioLine, type Report } from "./report";

const KEYS = 1000;
const EVENTS_OF_KEY = 1000;
const SCALE = 6;
/** decimal.js rates every tenth quantity; its time is multiplied. */
const SAMPLE_STEP = 10;
const ROUNDS = { warmUp: 3, counted: 11 };

const BOUNDS: readonly (number | null)[] = [10, 100, 1000, 5000, null];
/** Prices of the tiers in hundredths of a cent, before each key's own mark-up. */
const BASE_PRICES: readonly number[] = [1250, 1000, 840, 615, 430];

/** One price with the usage that it rates. */
interface Key {
  readonly terms: ChargeTerms;
  /** The tiers as plain numbers and as objects of decimal.js. */
  readonly bounds: readonly number[];
  readonly prices: readonly number[];
  readonly decimalTiers: readonly { readonly upTo: PlainDecimal | null; readonly unitPrice: PlainDecimal }[];
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

/** 0.001 to 20,000 with three decimals at most, so spread that every tier holds about as many. */
function randomQuantity(random: () => number): number {
  return Math.max(1, Math.round(10 ** (random() * 4.3) * 10 ** randomIndex(random, 4))) / 1000;
}

function makeKeys(): Key[] {
  const random = randomOf("rating benchmark");
  const scaled = new Float64Array(KEYS * EVENTS_OF_KEY);
  const quantities = new Float64Array(scaled.length);
  for (let event = 0; event < scaled.length; event++) {
    const thousandths = Math.round(randomQuantity(random) * 1000);
    scaled[event] = thousandths * 10 ** (SCALE - 3);
    quantities[event] = thousandths / 1000;
  }
  return Array.from({ length: KEYS }, (_, key) => {
    const prices = BASE_PRICES.map((price) => (price + randomIndex(random, 100)) / 10_000);
    const tiers = BOUNDS.map((bound, tier) => ({
      upTo: bound === null ? null : new Decimal(bound),
      unitPrice: new Decimal(prices[tier]!),
      flatFee: zero,
    }));
    const slice = [key * EVENTS_OF_KEY, (key + 1) * EVENTS_OF_KEY] as const;
    return {
      terms: termsOf(tiers),
      bounds: BOUNDS.map((bound) => bound ?? Infinity),
      prices,
      decimalTiers: BOUNDS.map((bound, tier) => ({
        upTo: bound === null ? null : new PlainDecimal(bound),
        unitPrice: new PlainDecimal(prices[tier]!),
      })),
      scaled: scaled.subarray(...slice),
      quantities: quantities.subarray(...slice),
    };
  });
}

function amountOf(terms: ChargeTerms, scaled: Float64Array): Decimal {
  const charge = chargeEvents({ scaled, scale: SCALE }, [], terms);
  if (!charge.ok) throw new Error(`the engine refuses quantity ${charge.quantity.toString()}`);
  return charge.amount;
}

function rateByEngine(keys: readonly Key[]): Decimal {
  return sum(keys.map(({ terms, scaled }) => amountOf(terms, scaled)));
}

/** The loop that anybody would write: each event walks up the tiers. */
function rateByWalk(keys: readonly Key[]): number {
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

/** The fastest loop known: what the tiers below cost is prepared, so that each event is one multiplication. */
function rateByPrepared(keys: readonly Key[]): number {
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

/** The walk once more with an object of decimal.js for every figure, over every tenth event. */
function rateSampleByDecimals(keys: readonly Key[]): PlainDecimal {
  let total = new PlainDecimal(0);
  for (const { decimalTiers, quantities } of keys) {
    for (let event = 0; event < quantities.length; event += SAMPLE_STEP) {
      const quantity = new PlainDecimal(quantities[event]!);
      let lower = new PlainDecimal(0);
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

interface Timed {
  readonly milliseconds: number;
  readonly total: string;
}

function timed(rate: () => { toString(): string }): Timed {
  const started = performance.now();
  const total = rate();
  return { milliseconds: performance.now() - started, total: total.toString() };
}

function assertSame(what: string, ours: string, theirs: string): void {
  if (ours !== theirs) throw new Error(`${what}: the engine has ${ours}, the other side ${theirs}`);
}

const inCents = (total: string) => new Decimal(total).toFixed(2);

/** 1,000,000 quantities in memory, each rated alone over five graduated tiers. */
export async function benchRating(report: Report): Promise<void> {
  const keys = makeKeys();
  const samples = keys.map((key) => ({
    ...key,
    scaled: key.scaled.filter((_, event) => event % SAMPLE_STEP === 0),
  }));
  const rounds = await interleave(
    {
      engine: () => timed(() => rateByEngine(keys)),
      walk: () => timed(() => rateByWalk(keys)),
      prepared: () => timed(() => rateByPrepared(keys)),
      decimals: () => timed(() => rateSampleByDecimals(keys)),
    },
    ROUNDS,
  );
  const { engine, walk, prepared, decimals } = rounds[0]!;
  assertSame("float64, tiers walked, to the cent", inCents(engine.total), inCents(walk.total));
  assertSame("float64, tiers prepared, to the cent", inCents(engine.total), inCents(prepared.total));
  assertSame("decimal.js on the sample", rateByEngine(samples).toString(), decimals.total);
  report(`1,000,000 quantities, ${String(KEYS)} prices of five graduated tiers; exact total ${engine.total}`);
  report(`float64 totals: walked ${walk.total}, prepared ${prepared.total}; the same to the cent`);
  report(`decimal.js rates every ${String(SAMPLE_STEP)}th quantity, with the engine's total of them; its time is scaled`);
  const ratios = (of: (round: (typeof rounds)[number]) => number) => spreadOf(rounds.map(of));
  report(ratioLine("engine / float64 loop, tiers walked", ratios((r) => r.engine.milliseconds / r.walk.milliseconds), "goal at most 1.5"));
  report(ratioLine("engine / float64 loop, tiers prepared", ratios((r) => r.engine.milliseconds / r.prepared.milliseconds), "goal at most 1.5"));
  report(ratioLine("decimal.js / engine", ratios((r) => (r.decimals.milliseconds * SAMPLE_STEP) / r.engine.milliseconds), "goal at least 200"));
}
