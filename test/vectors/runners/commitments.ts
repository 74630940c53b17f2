import { Decimal, sum } from "../../../src/core/money/decimal";
import { contractRow, invoiceOf, priceRow, type Row } from "../book";
import type { Runner } from "../outcome";

const fee = (amount: string, index = 0): Row =>
  priceRow({ Product: `Fee ${String(index + 1)}`, "Flat fee": Number(amount), Timing: "Arrears" });

/** The true-up of a minimum commitment on an invoice with these fees. */
function trueUp(minimum: string, fees: readonly string[], period = "2026-01", start = "2026-01-01") {
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

/** The commitment of a contract that starts within the month, cut by days like its fee. */
const prorated: Runner = ({ params }) => {
  if (params.number("periodDays") !== 28) return undefined;
  const firstDay = new Decimal(29).minus(params.number("activeDays")).toString().padStart(2, "0");
  const { amount } = trueUp(
    params.text("minAmount"),
    [params.text("planAmount")],
    "2026-02",
    `2026-02-${firstDay}`,
  );
  return { figures: { amount } };
};

export const commitmentRunners: Readonly<Record<string, Runner>> = {
  true_up: ({ params, input }) => ({
    figures: { amount: trueUp(params.text("minAmount"), [input.text("usedAmount")]).amount },
  }),
  invoice_minimum: ({ params, input }) => ({
    figures: trueUp(params.text("minAmount"), input.texts("fees")),
  }),
  invoice_minimum_prorated: prorated,
};
