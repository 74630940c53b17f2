import fc from "fast-check";
import { Decimal, sum, zero } from "../../src/core/money/decimal";
import {
  chargeDifference,
  chargeQuantity,
  type Charge,
  type ChargeLine,
} from "../../src/core/pricing/charge";
import { chargeableTerms, modelIds, quantities, tiersTexts } from "./support/arbitraries";
import { check } from "./support/check";
import { chargeTerms, type WrittenTerms } from "./support/terms";

function charged(quantity: Decimal, written: WrittenTerms): Charge & { readonly ok: true } {
  const charge = chargeQuantity(quantity, chargeTerms(written));
  if (!charge.ok) throw new Error(charge.code);
  return charge;
}

const total = (lines: readonly ChargeLine[]) => sum(lines.map(({ amount }) => amount));

function expectEqual(found: Decimal, expected: Decimal): void {
  expect(found.toString()).toBe(expected.plus(0).toString());
}

describe("graduated", () => {
  it("adds the price of each unit in its own tier and the fee of each tier entered", () => {
    check(
      fc.property(tiersTexts(), fc.integer({ min: 0, max: 400 }), (tiers, quantity) => {
        const terms = chargeTerms({ model: "graduated", tiers });
        // Unit by unit, thousandths where tiers end within a unit; only tiers with such bounds are drawn.
        const isCoarse = terms.tiers.every(({ upTo }) => upTo === null || upTo.decimalPlaces() === 0);
        fc.pre(isCoarse);
        let expected = zero;
        const entered = new Set([0]);
        for (let unit = 1; unit <= quantity; unit++) {
          const index = terms.tiers.findIndex(({ upTo }) => upTo === null || upTo.greaterThanOrEqualTo(unit));
          entered.add(index);
          expected = expected.plus(terms.tiers[index]!.unitPrice);
        }
        for (const index of entered) expected = expected.plus(terms.tiers[index]!.flatFee);
        expectEqual(charged(new Decimal(quantity), { model: "graduated", tiers }).amount, expected);
      }),
    );
  });

  it("adds the marginal price of each tier's share, fractions included", () => {
    check(
      fc.property(tiersTexts(), quantities, (tiers, quantity) => {
        // Unit price of the last tier on all, then what each bound passed changes for what lies below it.
        const { tiers: steps } = chargeTerms({ model: "graduated", tiers });
        const expected = sum(
          steps.map(({ unitPrice, flatFee }, index) => {
            const lower = steps[index - 1]?.upTo ?? zero;
            const before = steps[index - 1]?.unitPrice ?? zero;
            const isEntered = index === 0 || quantity.greaterThan(lower);
            const above = Decimal.max(quantity.minus(lower), 0);
            return above.times(unitPrice.minus(before)).plus(isEntered ? flatFee : zero);
          }),
        );
        expectEqual(charged(quantity, { model: "graduated", tiers }).amount, expected);
      }),
    );
  });
});

describe.each(modelIds)("%s", (model) => {
  const terms = chargeableTerms(model);

  it("has lines that re-add to the amount, and each to its own", () => {
    check(
      fc.property(terms, quantities, (written, quantity) => {
        const { lines, amount } = charged(quantity, written);
        expectEqual(total(lines), amount);
        for (const line of lines)
          expectEqual(line.quantity.times(line.unitPrice).plus(line.flatFee), line.amount);
      }),
    );
  });

  it("charges parts of a period that add up to the whole, step by step", () => {
    check(
      fc.property(terms, fc.array(quantities, { minLength: 1, maxLength: 5 }), (written, parts) => {
        let before: readonly ChargeLine[] = [];
        let soFar = zero;
        const billed = parts.map((part) => {
          soFar = soFar.plus(part);
          const all = charged(soFar, written).lines;
          const difference = chargeDifference(all, before);
          before = all;
          return total(difference);
        });
        expectEqual(sum(billed), charged(soFar, written).amount);
      }),
    );
  });

  it("bounds the amount by minimum and maximum", () => {
    check(
      fc.property(terms, quantities, (written, quantity) => {
        const { amount } = charged(quantity, written);
        if (written.minimum !== undefined) expect(amount.greaterThanOrEqualTo(written.minimum)).toBe(true);
        if (written.maximum !== undefined) expect(amount.lessThanOrEqualTo(written.maximum)).toBe(true);
      }),
    );
  });

  it("mirrors a negative quantity line by line", () => {
    check(
      fc.property(terms, quantities, (written, quantity) => {
        const mirrored = charged(quantity.negated(), { ...written, mirrorsNegative: true });
        const plain = charged(quantity, written);
        expectEqual(mirrored.amount, quantity.isZero() ? plain.amount : plain.amount.negated());
        expect(mirrored.lines.map(({ kind, tier }) => [kind, tier])).toEqual(
          plain.lines.map(({ kind, tier }) => [kind, tier]),
        );
        expectEqual(total(mirrored.lines), mirrored.amount);
      }),
    );
  });

  it("never charges a quantity above a closed last tier", () => {
    check(
      fc.property(chargeableTerms(model, fc.boolean()), quantities, (written, quantity) => {
        const resolved = chargeTerms(written);
        const last = resolved.tiers.at(-1)?.upTo;
        const isAbove = last ? Decimal.max(quantity.minus(resolved.included), 0).greaterThan(last) : false;
        expect(chargeQuantity(quantity, resolved).ok).toBe(!isAbove);
      }),
    );
  });
});
