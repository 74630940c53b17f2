import { bookOf, contractRow } from "../../../test/vectors/book";
import { sum } from "../money/decimal";
import { readInputs } from "../run/prepareBook";
import { figuresAsPriced } from "./figuresAsPriced";

describe("figures as prices that include tax have them", () => {
  it("late usage of each price is what was billed of it, in whole minor units", () => {
    // Of August 210.36 × 5.3 − 95.96 × 5.0935 = 626.13574, of September 936.56 − 822.35 for 21.55 × 5.3: 114.21.
    const rate = 0.1547375;
    const late = (month: string, quantity: number, price: number, amount: number) => ({
      "Invoice number": "I1",
      "Contract ID": "C1",
      "Price ID": "U1",
      Product: "API",
      Kind: "usage",
      "Period start": `2026-${month}-01`,
      "Period end": `2026-${month}-30`,
      Quantity: quantity,
      "Unit price": Number((price / (1 + rate)).toPrecision(15)),
      Amount: amount,
      "Tax code": "G",
      "Tax rate": rate,
    });
    const { register, settings } = readInputs(
      bookOf({
        Settings: [{ Key: "Prices include tax", Value: "Yes" }],
        Contracts: [contractRow()],
        Invoices: [
          {
            "Invoice number": "I1",
            "Contract ID": "C1",
            Status: "Issued",
            Type: "Invoice",
            "Period start": "2026-11-01",
            "Period end": "2026-11-30",
            Currency: "USD",
            Subtotal: 641.14,
            Tax: 99.21,
            Total: 740.35,
          },
        ],
        "Invoice lines": [
          late("08", 210.36, 5.3, 965.51),
          late("08", -95.96, 5.0935, -423.27),
          late("09", 21.55, 5.3, 98.9),
        ],
      }),
      () => undefined,
    );
    const { amountOf } = figuresAsPriced(register, settings);
    const amounts = register.lines.map((line) => amountOf(line.amount, line));
    expect([sum(amounts.slice(0, 2)), amounts[2]!].map(Number)).toEqual([626.14, 114.21]);
  });
});
