import { Decimal } from "../money/decimal";
import { taxesOn, taxesOnAmounts, wholeRate } from "./taxExpression";
import type { TaxCodeRecord } from "./taxCodes.table";

const rates = new Map(
  Object.entries({ S: "0.08875", C: "0.02125", D: "0.005", G: "0.05", P: "0.1", "A+B": "0.2" }).map(
    ([taxCode, rate]): [string, TaxCodeRecord[]] => [
      taxCode,
      [
        {
          row: 1,
          taxCode,
          rate: new Decimal(rate),
          name: undefined,
          category: undefined,
          effectiveFrom: undefined,
          effectiveTo: undefined,
          exemptionReason: undefined,
          exemptionCode: undefined,
        },
      ],
    ],
  ),
);

function taxed(code: string, net: string) {
  const taxes = taxesOn(code, 46_000, rates);
  return (
    taxes && [
      wholeRate(taxes).toString(),
      ...taxesOnAmounts([new Decimal(net)], taxes, 2).map((tax) => tax.toFixed(2)),
    ]
  );
}

describe("a code that stands for several taxes", () => {
  it("rounds each tax on the net", () => {
    expect(taxed("S + C + D", "99.99")).toEqual(["0.115", "8.87", "2.12", "0.50"]);
  });

  it("charges a tax on top of the one before", () => {
    expect(taxed("G > P", "100")).toEqual(["0.155", "5.00", "10.50"]);
    expect(taxed("G + P", "100")).toEqual(["0.15", "5.00", "10.00"]);
  });

  it("is itself where the table has it", () => {
    expect(taxed("A+B", "10")).toEqual(["0.2", "2.00"]);
  });

  it("has no rate where one of them has none", () => {
    expect(taxed("G + X", "100")).toBeUndefined();
  });
});
