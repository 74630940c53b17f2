import { Decimal } from "../money/decimal";
import type { TaxInForce } from "../catalog/taxExpression";
import { severalTaxes } from "./severalTaxes";
import { taxedTogether } from "./taxedTogether";

const tax = (taxCode: string, rate: string, isOnTop = false): TaxInForce => ({
  record: {
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
  isOnTop,
});

describe("taxes behind one code", () => {
  it("are rows with what each was taken of, and the last takes the rest", () => {
    const amounts = [new Decimal("100")];
    const given = { shown: amounts, taxed: amounts, tax: new Decimal("15.49"), digits: 2 };
    const rows = severalTaxes([tax("GST", "0.05"), tax("PST", "0.1", true)], given);
    expect(
      rows.map(({ base, tax: one, rest }) => [base, one, rest].map((figure) => figure.toFixed(2))),
    ).toEqual([
      ["100.00", "5.00", "0.00"],
      ["105.00", "10.49", "-0.01"],
    ]);
  });
});

describe("lines that are taxed together where tax is rounded by line", () => {
  const line = (priceId: string, product: string, kind: "usage" | "discount" = "usage") => ({
    contractId: "C",
    priceId,
    product,
    kind,
  });

  it("are those of a price with the discounts on it; others are alone", () => {
    const lines = [
      line("P1", "API"),
      line("P2", "Seats"),
      line("P2", "Seats"),
      line("D1", "API", "discount"),
    ];
    expect(taxedTogether(lines).map((group) => group.length)).toEqual([2, 1, 1]);
  });

  it("are alone where the price has a discount of its own", () => {
    expect(taxedTogether([line("P1", "API"), line("P1", "API", "discount")])).toHaveLength(2);
  });
});
