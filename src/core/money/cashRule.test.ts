import { parseCashRule, toCash } from "./cashRule";
import { Decimal } from "./decimal";

describe("rounding for cash", () => {
  it("takes a total to the nearest multiple", () => {
    const rule = parseCashRule("CHF 0.05")!;
    const rounded = (amount: string) => toCash(new Decimal(amount), rule).toFixed(2);
    expect(["10.09", "10.07", "10.075", "-10.09"].map(rounded)).toEqual([
      "10.10",
      "10.05",
      "10.10",
      "-10.10",
    ]);
  });

  it("needs a currency and an amount", () => {
    expect(["0.05", "XXX 0.05", "CHF 0", "CHF five"].map(parseCashRule)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
