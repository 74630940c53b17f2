import { Decimal, sum } from "../../../src/core/money/decimal";
import type { Invoice } from "../../../src/core/invoicing/invoice";
import { contractRow, invoiceOf, priceRow, type Row } from "../book";
import type { Outcome, Runner } from "../outcome";
import type { Fields } from "../vector";

/** Amounts of a line's kind on an invoice, without its sign. */
function amountOfKind(invoice: Invoice, kind: Invoice["lines"][number]["kind"]): Decimal {
  return sum(invoice.lines.filter((line) => line.kind === kind).map(({ amount }) => amount)).abs();
}

const fee = (amount: string, row: Row = {}): Row =>
  priceRow({ Product: "Fee", "Flat fee": Number(amount), ...row });
const fees = (amounts: readonly string[], row: Row = {}): Row[] =>
  amounts.map((amount, index) => fee(amount, { Product: `Fee ${String(index + 1)}`, ...row }));

const adjustment = (amount: string, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Date: "2026-01-15",
  Amount: Number(amount),
  Description: "Discount",
  "Reason code": "OTHER",
  ...row,
});

const taxed = (ratePercent: string, settings: readonly Row[] = []) => ({
  Contracts: [contractRow({ "Tax code": "T" })],
  "Tax codes": [{ "Tax code": "T", Rate: { percent: new Decimal(ratePercent).dividedBy(100).toNumber() } }],
  ...(settings.length > 0 ? { Settings: settings } : {}),
});

/** Tax on an amount as an invoice shows it. */
export function taxOn(net: Decimal, ratePercent: string): Pick<Invoice, "tax" | "total"> {
  return invoiceOf({ ...taxed(ratePercent), Prices: [fee(net.toString())] });
}

const isTwoDigits = (params: Fields) =>
  !params.has("rounding") || params.fields("rounding").number("scale") === 2;

/** One discount in percent stands on the price; one fixed amount is an adjustment. */
const discount: Runner = ({ params, input }) => {
  const [only, ...more] = params.fieldsList("discounts");
  if (!only || more.length > 0 || !isTwoDigits(params)) return undefined;
  const amount = input.text("amount");
  if (only.text("kind") === "percent") {
    const invoice = invoiceOf({ Prices: [fee(amount, { "Discount %": only.number("value") })] });
    return { figures: { amount: invoice.subtotal, discount: amountOfKind(invoice, "discount") } };
  }
  const invoice = invoiceOf({ Prices: [fee(amount)], Adjustments: [adjustment(`-${only.text("value")}`)] });
  return { figures: { amount: invoice.subtotal, discount: amountOfKind(invoice, "adjustment") } };
};

const discountPerLine: Runner = ({ params, input }) => {
  const percent = { "Discount %": params.number("ratePercent") };
  const invoice = invoiceOf({ Prices: fees(input.texts("lineAmounts"), percent) });
  const onTotal = invoiceOf({ Prices: [fee(sum(input.decimals("lineAmounts")).toString(), percent)] });
  const discounts = invoice.lines.filter(({ kind }) => kind === "discount");
  return {
    figures: {
      amount: amountOfKind(invoice, "discount"),
      lineDiscounts: discounts.map(({ amount }) => amount.abs()),
      onTotalInstead: amountOfKind(onTotal, "discount"),
    },
  };
};

function discountThenTax(amount: string, discountPercent: string, ratePercent: string): Invoice {
  return invoiceOf({
    ...taxed(ratePercent),
    Prices: [fee(amount, { "Discount %": Number(discountPercent) })],
  });
}

const discountWithTax: Runner = ({ params, input }) => {
  const taken = params.fields("discount");
  if (params.value("taxInclusive") !== false || taken.text("kind") !== "percent") return undefined;
  const invoice = discountThenTax(input.text("amount"), taken.text("value"), params.text("taxRatePercent"));
  return { figures: { amount: invoice.total, net: invoice.subtotal, tax: invoice.tax } };
};

/** A discount off the document is an adjustment with the tax code of what it is off. */
function documentDiscountThenTax(amount: string, discountAmount: string, ratePercent: string): Outcome {
  const invoice = invoiceOf({
    ...taxed(ratePercent),
    Prices: [fee(amount)],
    Adjustments: [adjustment(`-${discountAmount}`)],
  });
  return { figures: { amount: invoice.total, tax: invoice.tax } };
}

const documentTotal: Runner = ({ params, input }) => {
  const [line, ...more] = input.fieldsList("lines");
  const taken = params.fields("documentDiscount");
  if (!line || more.length > 0 || params.value("taxInclusive") !== false || taken.text("kind") !== "fixed")
    return undefined;
  if (line.text("lineDiscountPercent") !== "0" || line.text("quantity") !== "1") return undefined;
  return documentDiscountThenTax(line.text("unitPrice"), taken.text("value"), line.text("taxRatePercent"));
};

const taxAfterDiscount: Runner = ({ params, input }) => {
  if (params.has("discount")) {
    return documentDiscountThenTax(input.text("amount"), params.text("discount"), params.text("ratePercent"));
  }
  const invoice = discountThenTax(
    input.text("amount"),
    params.text("discountPercent"),
    params.text("ratePercent"),
  );
  return { figures: { amount: invoice.total, tax: invoice.tax } };
};

const taxExclusive: Runner = ({ params, input }) =>
  isTwoDigits(params)
    ? { figures: { amount: taxOn(input.decimal("amount"), params.text("ratePercent")).tax } }
    : undefined;

/** Under reverse charge the customer's tax code has the rate 0. */
const reverseCharge: Runner = ({ input }) => {
  const { total, tax } = taxOn(input.decimal("amount"), "0");
  return { figures: { amount: total, tax } };
};

const taxPerLine: Runner = ({ params, input }) => {
  const invoice = invoiceOf({
    ...taxed(params.text("ratePercent"), [{ Key: "Tax rounding", Value: "line" }]),
    Prices: fees(input.texts("lineAmounts")),
  });
  const lineTaxes = input
    .decimals("lineAmounts")
    .map((amount) => taxOn(amount, params.text("ratePercent")).tax);
  return { figures: { amount: invoice.tax, lineTaxes } };
};

const taxRoundingLevel: Runner = ({ params, input }) => {
  const invoice = invoiceOf({
    ...taxed(params.text("ratePercent"), [{ Key: "Tax rounding", Value: "line" }]),
    Prices: input.fieldsList("lines").map((line, index) =>
      priceRow({
        Product: `Item ${String(index + 1)}`,
        "Pricing model": "per_unit",
        Quantity: line.number("quantity"),
        "Unit price": line.number("unitPrice"),
      }),
    ),
  });
  return { figures: { amount: invoice.total, tax: invoice.tax } };
};

/** Lines are rounded, then added. */
const sumOfRoundedLines: Runner = ({ input }) => {
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
};

/** Amounts per row as billed by usage and rate, and what was billed otherwise less that. */
export const ratedRows: Runner = ({ input }) => {
  const rows = input.fieldsList("rows");
  const { lines } = invoiceOf({
    Prices: rows.map((row, index) =>
      priceRow({
        Product: `Call ${String(index + 1)}`,
        "Pricing model": "per_unit",
        "Unit price": row.number("rate"),
      }),
    ),
    Usage: rows.map((row, index) => ({
      "Contract ID": "C1",
      Meter: `Call ${String(index + 1)}`,
      Date: "2026-01-10",
      Quantity: row.number("minutes"),
    })),
  });
  const expected = lines.map(({ amount }) => amount);
  return {
    figures: {
      expected,
      differences: rows.map((row, index) => row.decimal("billed").minus(expected[index]!)),
    },
  };
};

/** By the vectors' names. */
export const invoiceRunners: Readonly<Record<string, Runner>> = {
  discount,
  discount_per_line: discountPerLine,
  discount_with_tax: discountWithTax,
  document_total: documentTotal,
  tax_exclusive: taxExclusive,
  tax_after_discount: taxAfterDiscount,
  reverse_charge: reverseCharge,
  tax_per_line: taxPerLine,
  tax_rounding_level: taxRoundingLevel,
  sum_of_rounded_lines: sumOfRoundedLines,
};
