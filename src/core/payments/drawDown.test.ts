import fc from "fast-check";
import { decimals } from "../../../test/properties/support/arbitraries";
import { check } from "../../../test/properties/support/check";
import { Decimal, sum } from "../money/decimal";
import { drawDown } from "./drawDown";

const drawn = (opening: string, charges: readonly string[]) =>
  drawDown(
    new Decimal(opening),
    charges.map((charge) => new Decimal(charge)),
  ).map(({ applied, remaining, payable }) => [applied, remaining, payable].map(String));

describe("drawDown", () => {
  it("pays charges in their order until the credit is used up", () => {
    expect(drawn("100", ["70", "50", "10"])).toEqual([
      ["70", "30", "0"],
      ["30", "0", "20"],
      ["0", "0", "10"],
    ]);
  });

  it("takes nothing for a charge of 0, and pays nothing without credit", () => {
    expect(drawn("0.10", ["0", "0.10"])).toEqual([
      ["0", "0.1", "0"],
      ["0.1", "0", "0"],
    ]);
    expect(drawn("0", ["5"])).toEqual([["0", "0", "5"]]);
    expect(drawn("5", [])).toEqual([]);
  });

  it("conserves the credit and the charges", () => {
    check(
      fc.property(decimals(7, 2), fc.array(decimals(6, 2)), (opening, charges) => {
        const rows = drawDown(opening, charges);
        const left = rows.at(-1)?.remaining ?? opening;
        expect(sum([left, ...rows.map(({ applied }) => applied)]).equals(opening)).toBe(true);
        for (const [index, { applied, payable, remaining }] of rows.entries()) {
          expect(applied.plus(payable).equals(charges[index]!)).toBe(true);
          expect(remaining.isZero() || payable.isZero()).toBe(true);
          expect([applied, payable, remaining].some((figure) => figure.lessThan(0))).toBe(false);
        }
      }),
    );
  });
});
