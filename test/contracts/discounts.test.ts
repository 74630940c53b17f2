import { bookOf } from "../time/documents";
import { disagreements } from "./agreement";
import { netsOver } from "./billOver";

/** A fee in advance and usage in arrears of one quarter stand on two invoices; an amount is that of the quarter. */
async function netsOf(terms: readonly (string | number)[], fee: number): Promise<string> {
  const book = bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Billing frequency"],
      ["C1", "K1", "2026-01-01", "USD", "Quarterly"],
    ],
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee", "Unit price"],
      ["C1", "Fee", "flat", fee, ""],
      ["C1", "Use", "per_unit", "", 1],
    ],
    Usage: [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C1", "Use", "2026-02-01", 80],
      ["C1", "Use", "2026-05-01", 5],
    ],
    Discounts: [
      ["Discount ID", "Contract ID", "Amount", "Carry", "Periods"],
      ["D1", "C1", ...terms],
    ],
  });
  return await netsOver(
    book,
    ["2026-01", "2026-03", "2026-04", "2026-06", "2026-07"],
    async ({ bytes }, period) => {
      expect(await disagreements(bytes, period)).toEqual([]);
    },
  );
}

describe("a discount of an amount, where several invoices bill one billing period", () => {
  it("is taken once", async () => {
    expect(await netsOf([50, "No", ""], 100)).toBe("50.00 80.00 50.00 5.00 50.00");
  });

  it("takes of a later invoice what an earlier one of the period did not bear", async () => {
    // 30 and 20 of the first quarter; of the second 30 and 5, the rest is lost.
    expect(await netsOf([50, "No", ""], 30)).toBe("0.00 60.00 0.00 0.00 0.00");
  });

  it("carries what a period did not bear, once", async () => {
    // The second quarter bears 35 of 50, the third 30 of 65.
    expect(await netsOf([50, "Yes", ""], 30)).toBe("0.00 60.00 0.00 0.00 0.00");
    // 15 of the second quarter move on to the third, which has no amount of its own.
    expect(await netsOf([50, "Yes", 2], 30)).toBe("0.00 60.00 0.00 0.00 15.00");
  });

  it("counts the period once", async () => {
    expect(await netsOf([50, "No", 1], 30)).toBe("0.00 60.00 30.00 5.00 30.00");
  });
});
