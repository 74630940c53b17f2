import fc from "fast-check";
import {
  QUANTITY_SCALE,
  scaleDecimal,
  scaleDouble,
  unscaleQuantity,
} from "../../src/core/money/scaledQuantity";
import { Decimal, decimalOfDouble, sum } from "../../src/core/money/decimal";
import {
  amountOf,
  chargeEvents,
  chargeQuantity,
  type Charge,
  type ChargeTerms,
} from "../../src/core/pricing/charge";
import { scaledExactly, scaledFloor, sumScaled, unscale } from "../../src/core/pricing/events";
import { chargeableTerms, decimals, modelIds, modelTerms, quantities } from "./support/arbitraries";
import { check } from "./support/check";
import { chargeTerms, type WrittenTerms } from "./support/terms";

const noEvents = { scaled: new Float64Array(0), scale: QUANTITY_SCALE };

/** Events as usage hands them over: integers of a millionth where they fit, the rest as decimals. */
function charge(events: readonly Decimal[], terms: ChargeTerms): Charge {
  const scaled = events.map(scaleDecimal);
  const wide = events.filter((_, index) => Number.isNaN(scaled[index]));
  const narrow = Float64Array.from(scaled.filter((value) => !Number.isNaN(value)));
  return chargeEvents({ scaled: narrow, scale: QUANTITY_SCALE }, wide, terms);
}

/** With every event wide, buckets cannot answer: each is priced by itself. */
const chargeSlowly = (events: readonly Decimal[], terms: ChargeTerms) =>
  chargeEvents(noEvents, events, terms);

const shown = (result: Charge) =>
  result.ok
    ? result.lines
        .filter(
          ({ quantity, flatFee, amount }) => !quantity.isZero() || !flatFee.isZero() || !amount.isZero(),
        )
        .map(
          (line) =>
            `${line.kind} ${line.tier} ${line.quantity.toString()} ${line.unitPrice.toString()} ${line.flatFee.toString()} ${line.amount.toString()}`,
        )
        .sort()
    : ["no price"];

const events = fc.array(quantities, { minLength: 1, maxLength: 40 });
const anyEvents = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: quantities },
    { weight: 1, arbitrary: decimals(18, 9) },
    { weight: 1, arbitrary: decimals(6, 3, "negative") },
  ),
  { minLength: 1, maxLength: 20 },
);

function checkLanes(written: WrittenTerms, quantitiesOfEvents: readonly Decimal[]): void {
  const terms = chargeTerms(written);
  const fast = charge(quantitiesOfEvents, terms);
  expect(shown(fast)).toEqual(shown(chargeSlowly(quantitiesOfEvents, terms)));
  const charges = quantitiesOfEvents.map((quantity) => chargeQuantity(quantity, terms));
  expect(fast.ok).toBe(charges.every(({ ok }) => ok));
  if (!fast.ok) return;
  const exact = sum(charges.flatMap((one) => (one.ok ? [one.amount] : [])));
  expect(fast.amount.toString()).toBe(exact.toString());
}

describe.each(modelIds)("%s, every event alone", (model) => {
  it("costs by buckets what its events cost one by one", () => {
    check(fc.property(modelTerms(model, fc.boolean()), events, checkLanes));
  });

  it("costs what its events cost with anything around them, also wide and negative ones", () => {
    const terms = fc
      .tuple(chargeableTerms(model, fc.boolean()), fc.boolean())
      .map(([written, mirrorsNegative]) => ({ ...written, mirrorsNegative }));
    check(fc.property(terms, anyEvents, checkLanes));
  });

  it("has buckets that are the sum of the model's own prices", () => {
    check(
      fc.property(modelTerms(model), events, (written, drawn) => {
        const terms = chargeTerms(written);
        const fitting = drawn.filter((quantity) => !Number.isNaN(scaleDecimal(quantity)));
        const scaled = Float64Array.from(fitting, scaleDecimal);
        const rated =
          scaled.length === 0
            ? undefined
            : terms.model.rateEvents?.({ scaled, scale: QUANTITY_SCALE }, terms);
        if (!rated?.ok) return;
        const amounts = fitting.flatMap((quantity) => {
          const one = terms.model.rate(quantity, terms);
          return one.ok ? one.parts.map(amountOf) : [];
        });
        expect(sum(rated.parts.map(amountOf)).toString()).toBe(sum(amounts).toString());
      }),
    );
  });
});

describe("quantities as integers of a millionth", () => {
  it("stand for exactly the decimal that Excel shows, or for nothing", () => {
    const doubles = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc
        .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
        .map(([a, b]) => a / b),
    );
    check(
      fc.property(doubles, (value) => {
        const scaled = scaleDouble(value);
        if (Number.isNaN(scaled)) return;
        expect(unscaleQuantity(scaled).plus(0).equals(decimalOfDouble(value))).toBe(true);
      }),
      2000,
    );
  });

  it("take every decimal of up to 15 digits with up to six behind the point", () => {
    check(
      fc.property(decimals(15, 6, "negative"), (value) => {
        const scaled = scaleDouble(value.toNumber());
        const fits = value.abs().times(1e6).lessThan(1e15);
        expect(Number.isNaN(scaled)).toBe(!fits);
        expect(scaled === scaleDecimal(value) || !fits).toBe(true);
        if (fits) expect(unscaleQuantity(scaled).equals(value)).toBe(true);
      }),
      500,
    );
  });

  it("take no decimal with more behind the point", () => {
    check(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (digits) => {
        fc.pre(digits % 10 !== 0);
        const value = new Decimal(digits).times("1e-7");
        expect([scaleDecimal(value), scaleDouble(value.toNumber())]).toEqual([NaN, NaN]);
      }),
    );
  });

  it("compare with a bound as the decimals do", () => {
    check(
      fc.property(decimals(12, 9), fc.integer({ min: 0, max: 999_999_999_999_999 }), (bound, scaled) => {
        const isWithin = unscale(BigInt(scaled), QUANTITY_SCALE).lessThanOrEqualTo(bound);
        expect(scaled <= scaledFloor(bound, QUANTITY_SCALE)).toBe(isWithin);
        const fits = bound.decimalPlaces() <= QUANTITY_SCALE && bound.times(1e6).lessThan(2 ** 53);
        expect(scaledExactly(bound, QUANTITY_SCALE)).toBe(fits ? bound.times(1e6).toNumber() : undefined);
      }),
      500,
    );
  });
});

describe("sumScaled", () => {
  it("is exact near the largest integers, over thousands of them", () => {
    const large = fc.integer({ min: 900_000_000_000_000, max: 1_000_000_000_000_000 });
    const any = fc.oneof(large, fc.integer({ min: 0, max: 1000 }), fc.maxSafeInteger().map(Math.abs));
    check(
      fc.property(fc.array(any, { maxLength: 50 }), fc.integer({ min: 1, max: 200 }), (values, times) => {
        const scaled = Float64Array.from(Array.from({ length: times }, () => values).flat());
        const expected = values.reduce((total, value) => total + BigInt(value), 0n) * BigInt(times);
        expect(sumScaled(scaled)).toBe(expected);
      }),
    );
  });
});
