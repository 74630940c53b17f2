import { sum } from "../../../src/core/money/decimal";
import { invoiceOf, priceRow } from "../book";
import type { Runner } from "../outcome";

/** The metered quantity of readings in the order of their days, as the invoice bills it. */
const aggregated =
  (aggregation: string): Runner =>
  ({ params, input }) => {
    if (!params.hasOnly()) return undefined;
    const { lines } = invoiceOf({
      Prices: [priceRow({ Product: "Reading", "Pricing model": "per_unit", "Unit price": 1 })],
      Meters: [{ Meter: "Reading", Aggregation: aggregation }],
      Usage: input.texts("values").map((value, index) => ({
        "Contract ID": "C1",
        Meter: "Reading",
        Date: `2026-01-${String(index + 1).padStart(2, "0")}`,
        Quantity: Number(value),
      })),
    });
    return { figures: { amount: sum(lines.map(({ quantity }) => quantity)) } };
  };

export const aggregationRunners: Readonly<Record<string, Runner>> = {
  sum: aggregated("Sum"),
  max: aggregated("Max"),
  latest: aggregated("Latest"),
};
