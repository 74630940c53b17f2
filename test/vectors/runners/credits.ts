import { dayFraction, prorate } from "../../../src/core/calendar/proration";
import type { Decimal } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { billBook, bookOf, contractRow, priceRow } from "../book";
import type { Runner } from "../outcome";
import type { Vector } from "../vector";
import { taxOn } from "./invoices";

/** The unused days of a fee and the tax on them. */
const unusedTime: Runner = ({ params, input }) => {
  if (params.text("earlierCreditNotesNet") !== "0") return undefined;
  const fraction = { numerator: params.number("unusedDays"), denominator: params.number("periodDays") };
  const net = round(prorate(input.decimal("amount"), fraction), 2, "half_up");
  const { tax, total } = taxOn(net, params.text("taxRatePercent"));
  return { figures: { amount: total, net, tax } };
};

/** The same in minor units; tax on the rounded net comes to the same here. */
function unusedMinorUnits({ params, input }: Vector) {
  const fraction = { numerator: input.number("unused_days"), denominator: input.number("period_days") };
  const net = round(prorate(input.decimal("fee_minor_units").dividedBy(100), fraction), 2, "half_up");
  const { tax, total } = taxOn(net, params.text("tax_percent"));
  const [net_minor_units, tax_minor_units, total_minor_units] = [net, tax, total].map((amount) =>
    amount.times(100),
  );
  return { figures: { net_minor_units, tax_minor_units, total_minor_units } };
}

/** A fee cancelled within its period; the day of the cancellation is not billed. */
function cancelled({ input }: Vector) {
  const period = { from: input.day("start"), to: input.day("end") - 1 };
  const fraction = dayFraction({ from: input.day("cancel"), to: period.to }, period, "actual");
  const credit = round(prorate(input.decimal("amount"), fraction), 2, "half_up");
  return { figures: { unused_days: fraction.numerator, period_days: fraction.denominator, credit } };
}

/** Whether a credit of an issued invoice is accepted, and what it comes to. */
function creditOf(invoice: Decimal, before: Decimal, credit: Decimal): Decimal | undefined {
  const document = (number: string, amount: Decimal, corrects = "") => ({
    "Invoice number": number,
    Type: corrects === "" ? "Invoice" : "Credit note",
    "Contract ID": "C1",
    "Customer ID": "K1",
    "Period start": "2026-01-01",
    "Period end": "2026-01-31",
    Subtotal: amount.toNumber(),
    Currency: "USD",
    Corrects: corrects,
    "Reason code": "PRICE",
  });
  const credited = before.isZero() ? [] : [document("CN-1", before.negated(), "INV-1")];
  const { invoices } = billBook(
    bookOf({
      Contracts: [contractRow()],
      Prices: [priceRow({ "Flat fee": invoice.toNumber() })],
      Invoices: [document("INV-1", invoice), ...credited],
      Adjustments: [
        {
          "Contract ID": "C1",
          Date: "2026-02-15",
          Amount: credit.negated().toNumber(),
          Description: "Credit",
          "Reason code": "PRICE",
          "Invoice number": "INV-1",
        },
      ],
    }),
    "2026-02",
  );
  return invoices.find(({ type }) => type === "credit_note")?.total.negated();
}

const creditCap: Runner = ({ params, input }) => {
  const credit = creditOf(
    params.decimal("originalAmount"),
    params.decimal("alreadyCredited"),
    input.decimal("amount"),
  );
  return { figures: { amount: credit ?? "refused" } };
};

function creditLimit({ input }: Vector) {
  const [line, before, credit] = ["line_minor_units", "credited_before", "credit"].map((name) =>
    input.decimal(name).dividedBy(100),
  );
  // What is left and why it is not enough stand in the message of the issue, not in a figure.
  return {
    figures: { accepted: creditOf(line!, before!, credit!) !== undefined },
    beyond: ["creditable", "error"],
  };
}

function taxOfCredit({ params, input }: Vector) {
  const { tax, total } = taxOn(input.decimal("net"), params.text("tax_percent"));
  return { figures: { tax, gross: total } };
}

/** Credit notes have no model; what is given tells them apart. */
export const creditNotesRunner: Runner = (vector) => {
  const { params, input } = vector;
  if (input.hasOnly("fee_minor_units", "unused_days", "period_days")) return unusedMinorUnits(vector);
  if (input.hasOnly("amount", "start", "end", "cancel") && params.text("basis") === "actual days")
    return cancelled(vector);
  if (input.hasOnly("line_minor_units", "credited_before", "credit")) return creditLimit(vector);
  return input.hasOnly("net") ? taxOfCredit(vector) : undefined;
};

export const creditRunners: Readonly<Record<string, Runner>> = {
  credit_unused_time: unusedTime,
  credit_cap: creditCap,
};
