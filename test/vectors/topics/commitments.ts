import { Decimal, sum } from "../../../src/core/money/decimal";
import { lastDays } from "../cells/periods";
import { roundedAs } from "../cells/rounding";
import { numbersOf, sumOf } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow, type Row } from "../book";
import type { Ways, WaysByModel } from "../ways";

const fee = (amount: string, index = 0): Row =>
  priceRow({ Product: `Fee ${String(index + 1)}`, "Flat fee": Number(amount), Timing: "Arrears" });

/** The true-up of a minimum commitment on an invoice with these fees. */
function trueUpOf(minimum: string, fees: readonly string[], period = "2026-01", start = "2026-01-01") {
  const invoice = invoiceOf(
    {
      Contracts: [contractRow({ "Start date": start, "Minimum commitment": Number(minimum) })],
      Prices: fees.map(fee),
      // A contract needs a price; one that asks for nothing leaves the commitment alone.
      ...(fees.length === 0 ? { Prices: [fee("0")] } : {}),
    },
    period,
  );
  const lines = invoice.lines.filter(({ kind }) => kind === "commitment");
  return { amount: sum(lines.map(({ amount }) => amount)), total: invoice.subtotal };
}

/** The used amount is rounded first. */
const trueUp: Ways = {
  engine: ({ params, input }) => ({
    figures: { amount: trueUpOf(params.text("minAmount"), [input.text("usedAmount")]).amount },
  }),
  functions: async ({ params, input }, sheet) => {
    const used = await roundedAs(params, input.number("usedAmount"), sheet);
    return { figures: { amount: await sheet.number("COMMIT_TRUE_UP", used, params.number("minAmount")) } };
  },
};

const invoiceMinimum: Ways = {
  engine: ({ params, input }) => ({ figures: trueUpOf(params.text("minAmount"), input.texts("fees")) }),
  functions: async ({ params, input }, sheet) => {
    const billed = sumOf(numbersOf(input, "fees"));
    const amount = await sheet.number("COMMIT_TRUE_UP", billed, params.number("minAmount"));
    return { figures: { amount, total: sumOf([billed, amount]) } };
  },
};

/** Fee and commitment of a contract that starts within the month, both by the fraction of days. */
const prorated: Ways = {
  engine: ({ params }) => {
    if (params.number("periodDays") !== 28) return undefined;
    const firstDay = new Decimal(29).minus(params.number("activeDays")).toString().padStart(2, "0");
    const fees = [params.text("planAmount")];
    const { amount } = trueUpOf(params.text("minAmount"), fees, "2026-02", `2026-02-${firstDay}`);
    return { figures: { amount } };
  },
  functions: async ({ params }, sheet) => {
    const days = lastDays(params.number("activeDays"), params.number("periodDays"));
    const planFee = await sheet.number("PRORATE", params.number("planAmount"), ...days);
    const billed = await sheet.number("ROUND_MONEY", planFee);
    const fraction = await sheet.number("PRORATE", 1, ...days);
    const missing = await sheet.number("COMMIT_TRUE_UP", billed, params.number("minAmount"), fraction);
    return { figures: { amount: await sheet.number("ROUND_MONEY", missing) } };
  },
};

export const commitmentWays: WaysByModel = {
  true_up: trueUp,
  invoice_minimum: invoiceMinimum,
  invoice_minimum_prorated: prorated,
};
