import fc from "fast-check";
import { allocate, shareByLargestRemainder } from "../../src/core/money/allocate";
import { Decimal, sum, withoutNoise } from "../../src/core/money/decimal";
import { round, type RoundingMode } from "../../src/core/money/round";
import { decimals } from "./support/arbitraries";
import { check } from "./support/check";

const digits = fc.integer({ min: 0, max: 4 });
const unitOf = (exponent: number) => new Decimal(10).pow(-exponent);

describe("allocate", () => {
  const weights = fc
    .array(decimals(7, 4), { minLength: 1, maxLength: 12 })
    .filter((drawn) => !sum(drawn).isZero());

  it("shares the whole total, each part within a minor unit of its exact share", () => {
    check(
      fc.property(decimals(9, 0, "negative"), weights, digits, (minor, drawn, exponent) => {
        const total = minor.times(unitOf(exponent));
        const shares = allocate(total, drawn, exponent);
        expect(sum(shares).equals(total)).toBe(true);
        for (const [index, share] of shares.entries()) {
          const exact = total.times(drawn[index]!).dividedBy(sum(drawn));
          expect(share.decimalPlaces()).toBeLessThanOrEqual(exponent);
          expect(share.minus(exact).abs().lessThan(unitOf(exponent))).toBe(true);
          if (drawn[index]!.isZero()) expect(share.isZero()).toBe(true);
        }
      }),
    );
  });

  it("gives equal parts that differ by at most a minor unit, the larger ones first", () => {
    check(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 30 }), (cents, parts) => {
        const shares = allocate(new Decimal(cents), Array<Decimal>(parts).fill(new Decimal(7)), 0).map(
          Number,
        );
        const least = Math.floor(cents / parts);
        const expected = Array.from(
          { length: parts },
          (_, index) => least + (index < cents - least * parts ? 1 : 0),
        );
        expect(shares).toEqual(expected);
      }),
    );
  });

  it("orders by exact remainders, ties to the first", () => {
    check(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 }),
        (total, drawn) => {
          const all = drawn.reduce((whole, weight) => whole + weight, 0);
          fc.pre(all > 0);
          const rest = drawn.map((weight, index) => ({ index, remainder: (total * weight) % all }));
          const shares = drawn.map((weight) => Math.floor((total * weight) / all));
          const missing = total - shares.reduce((whole, share) => whole + share, 0);
          rest.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
          for (const { index } of rest.slice(0, missing)) shares[index]!++;
          const weights = drawn.map((weight) => new Decimal(weight));
          expect(allocate(new Decimal(total), weights, 0).map(Number)).toEqual(shares);
        },
      ),
      500,
    );
  });
});

describe("shareByLargestRemainder", () => {
  it("adds up to the rounded total, each part within a minor unit of its exact value", () => {
    const exact = fc.array(decimals(9, 6, "negative"), { minLength: 1, maxLength: 12 });
    check(
      fc.property(exact, digits, (parts, exponent) => {
        const total = round(sum(parts), exponent, "half_up");
        const shares = shareByLargestRemainder(total, parts, exponent);
        expect(sum(shares).equals(total)).toBe(true);
        for (const [index, share] of shares.entries()) {
          expect(share.minus(parts[index]!).abs().lessThan(unitOf(exponent))).toBe(true);
        }
      }),
      300,
    );
  });

  it("shares a total that the parts do not add up to", () => {
    const parts = fc.array(decimals(5, 4, "negative"), { minLength: 1, maxLength: 6 });
    check(
      fc.property(fc.integer({ min: -30, max: 30 }), parts, (cents, drawn) => {
        const total = round(sum(drawn), 2, "half_up").plus(unitOf(2).times(cents));
        expect(sum(shareByLargestRemainder(total, drawn, 2)).equals(total)).toBe(true);
      }),
    );
  });
});

/** Rounds n ÷ 10^extra in whole numbers alone. */
function roundedWhole(n: bigint, extra: number, mode: RoundingMode): bigint {
  const scale = 10n ** BigInt(extra);
  const size = n < 0n ? -n : n;
  const down = size / scale;
  const rest = size % scale;
  const half = scale / 2n;
  const isUp = {
    half_up: extra > 0 && rest >= half,
    half_even: extra > 0 && (rest > half || (rest === half && down % 2n === 1n)),
    up: rest > 0n,
    down: false,
  }[mode];
  const result = down + (isUp ? 1n : 0n);
  return n < 0n ? -result : result;
}

describe.each(["half_up", "half_even", "up", "down"] as const)("round %s", (mode) => {
  const ties = fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((n) => n * 10n + 5n);
  const any = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

  it("is what whole numbers make of it, ties included", () => {
    check(
      fc.property(fc.oneof(ties, any), digits, fc.integer({ min: 0, max: 6 }), (n, exponent, extra) => {
        const amount = new Decimal(n.toString()).times(unitOf(exponent + extra));
        const expected = new Decimal(roundedWhole(n, extra, mode).toString()).times(unitOf(exponent));
        expect(round(amount, exponent, mode).toString()).toBe(expected.plus(0).toString());
      }),
      1000,
    );
  });

  it("mirrors a negative amount", () => {
    check(
      fc.property(decimals(12, 6), digits, (amount, exponent) => {
        const mirrored = round(amount.negated(), exponent, mode).negated();
        expect(mirrored.equals(round(amount, exponent, mode))).toBe(true);
      }),
    );
  });
});

describe("withoutNoise", () => {
  it("gives back a product that was divided and multiplied again", () => {
    check(
      fc.property(decimals(15, 9, "negative"), fc.integer({ min: 1, max: 366 }), (value, days) => {
        expect(withoutNoise(value.dividedBy(days).times(days)).equals(value)).toBe(true);
        expect(withoutNoise(value).equals(value)).toBe(true);
      }),
      300,
    );
  });
});
