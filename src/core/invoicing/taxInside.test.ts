import fc from "fast-check";
import { Decimal, one, sum, zero } from "../money/decimal";
import type { InvoiceLine } from "./invoice";
import { openGross } from "./taxInside";

const line = (amount: Decimal): InvoiceLine => ({
  contractId: "C1",
  priceId: "P",
  product: "P",
  description: "P",
  kind: "fixed",
  tier: "",
  period: { from: 1, to: 2 },
  quantity: one,
  unit: "",
  unitPrice: amount,
  flatFee: zero,
  amount,
  taxCode: "V",
  taxRate: zero,
  sourceRows: 0,
  explanation: "",
  item: undefined,
});

const options = { digits: 2, currency: "USD" } as const;

function opened(amounts: readonly string[], rate: string) {
  const { lines, tax } = openGross(
    [amounts.map((amount) => line(new Decimal(amount)))],
    new Decimal(rate),
    options,
  );
  return { nets: lines.map(({ amount }) => amount.toFixed(2)), tax: tax.toFixed(2) };
}

describe("prices that contain the tax", () => {
  it("have it taken out", () => {
    expect(opened(["107.99"], "0.1")).toEqual({ nets: ["98.17"], tax: "9.82" });
    expect(opened(["10", "10", "10"], "0.19")).toEqual({ nets: ["8.41", "8.40", "8.40"], tax: "4.79" });
  });

  it("come to what they were, whatever they are", () => {
    const cents = fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 4000 }), (amounts, rate) => {
        const gross = amounts.map((amount) => new Decimal(amount).dividedBy(100));
        const { lines, tax } = openGross([gross.map(line)], new Decimal(rate).dividedBy(10_000), options);
        const together = sum([...lines.map(({ amount }) => amount), tax]);
        return together.equals(sum(gross)) && lines.every(({ amount }) => amount.decimalPlaces() <= 2);
      }),
    );
  });
});
