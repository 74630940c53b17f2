import { roundedAs, roundingOf } from "../cells/rounding";
import { column, numbersOf, sumOf } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow } from "../book";
import { rounded } from "../engine/charges";
import { fees } from "../engine/invoices";
import type { Ways, WaysByModel } from "../ways";

/** The rule of rounding alone, whatever is rounded. Up is away from zero here: the same as towards the ceiling above zero. */
const round: Ways = {
  engine: ({ params, input }) => {
    const amount = input.decimal("value");
    if (params.fields("rounding").text("mode") === "ceil" && amount.isNegative()) return undefined;
    return { figures: { amount: rounded(amount, params) } };
  },
  functions: async ({ params, input }, sheet) => {
    const value = input.number("value");
    if (!roundingOf(params) || value < 0) return undefined;
    return { figures: { amount: await roundedAs(params, value, sheet) } };
  },
};

/** The total of a document to the nearest coin. */
const cashRounding: Ways = {
  engine: ({ params, input }) => {
    const { total } = invoiceOf({
      Contracts: [contractRow({ Currency: "CHF" })],
      Prices: fees([input.text("value")]),
      Settings: [{ Key: "Cash rounding", Value: `CHF ${params.text("roundTo")}` }],
    });
    return { figures: { amount: total } };
  },
  functions: async ({ params, input }, sheet) => {
    const given = [input.number("value"), "CHF", undefined, params.number("roundTo")];
    return { figures: { amount: await sheet.number("ROUND_MONEY", ...given) } };
  },
};

/** Lines are rounded, then added. */
const sumOfRoundedLines: Ways = {
  engine: ({ input }) => {
    if (input.has("lineAmounts"))
      return { figures: { amount: invoiceOf({ Prices: fees(input.texts("lineAmounts")) }).subtotal } };
    const prices = input.list("groups").map((group, index) => {
      const [unitPrice, quantity] = group as readonly [string, number];
      return priceRow({
        Product: `Item ${String(index + 1)}`,
        "Pricing model": "per_unit",
        Quantity: quantity,
        "Unit price": Number(unitPrice),
      });
    });
    return { figures: { amount: invoiceOf({ Prices: prices }).subtotal } };
  },
  functions: async ({ params, input }, sheet) => {
    const lines = input.has("lineAmounts") ? numbersOf(input, "lineAmounts") : [];
    if (input.has("groups")) {
      for (const group of input.list("groups")) {
        const [unitPrice, quantity] = group as readonly [string, number];
        lines.push(await sheet.number("RATE_USAGE", quantity, Number(unitPrice), "per_unit"));
      }
    }
    const roundedLines = await sheet.numbers("ROUND_MONEY", column(lines), ...roundingOf(params)!);
    return { figures: { amount: sumOf(roundedLines) } };
  },
};

export const roundingWays: WaysByModel = {
  round,
  cash_rounding: cashRounding,
  round_quantity: round,
  sum_of_rounded_lines: sumOfRoundedLines,
};
