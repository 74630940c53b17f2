import type { Commitment } from "../../catalog/terms/agreements";
import { Decimal, sum } from "../../money/decimal";
import { dueOf, stackUp } from "./commitmentStack";

const commitment = (id: string, amount: number, factor = 1, products?: readonly string[]): Commitment => ({
  id,
  products: products && new Set(products),
  of: { amount: new Decimal(amount) },
  period: "billing_period",
  factor: new Decimal(factor),
  truesUp: true,
  order: 1,
  at: { sheet: "Commitments", row: 1, column: 0 },
});

function duesOf(commitments: readonly Commitment[], billed: Readonly<Record<string, number>>) {
  const amounts = new Map(Object.entries(billed).map(([product, amount]) => [product, new Decimal(amount)]));
  const reached = stackUp(commitments, amounts, ({ of }) => ("amount" in of ? of.amount : new Decimal(0)));
  return [...reached].map(([of, found]) => {
    const { lacks, overage } = dueOf(of, found);
    return [of.id, lacks.toNumber(), overage.toNumber()];
  });
}

describe("commitments over what products bill", () => {
  it("charge the excess at the factor, or what is missing", () => {
    const one = [commitment("M1", 1000, 1.5)];
    expect(duesOf(one, { api: 1200 })).toEqual([["M1", 0, 100]]);
    expect(duesOf(one, { api: 800 })).toEqual([["M1", 200, 0]]);
  });

  it("stack: each takes what the one before left, and the rest bears the last factor", () => {
    const stack = [commitment("M1", 1000), commitment("M2", 200, 1.5)];
    expect(duesOf(stack, { api: 1500 })).toEqual([
      ["M1", 0, 0],
      ["M2", 0, 150],
    ]);
    expect(duesOf(stack, { api: 1100 })).toEqual([
      ["M1", 0, 0],
      ["M2", 100, 0],
    ]);
  });

  it("count only their own products", () => {
    const stack = [commitment("M1", 100, 2, ["api"]), commitment("M2", 50, 3, ["storage"])];
    expect(duesOf(stack, { api: 130, storage: 20, seats: 999 })).toEqual([
      ["M1", 0, 30],
      ["M2", 30, 0],
    ]);
  });

  it("count what a product gives back against what others bill, and lack it where nothing is left", () => {
    const stack = [commitment("M1", 100, 2), commitment("M2", 50, 3)];
    expect(duesOf(stack, { api: 230, storage: -40 })).toEqual([
      ["M1", 0, 0],
      ["M2", 0, 80],
    ]);
    expect(duesOf(stack, { api: 130, storage: -40 })).toEqual([
      ["M1", 10, 0],
      ["M2", 50, 0],
    ]);
    expect(duesOf(stack, { api: -40 })).toEqual([
      ["M1", 140, 0],
      ["M2", 50, 0],
    ]);
  });

  it("lose nothing: what is taken and what is beyond are what was billed", () => {
    for (const amount of [0, 1, 999, 1000, 1200, 5000]) {
      const stack = [commitment("M1", 1000), commitment("M2", 200, 1.5)];
      const reached = stackUp(stack, new Map([["api", new Decimal(amount)]]), ({ of }) =>
        "amount" in of ? of.amount : new Decimal(0),
      );
      const all = sum([...reached.values()].flatMap(({ taken, excess }) => [taken, excess]));
      expect(all.toNumber()).toBe(amount);
    }
  });
});
