import { allocate } from "../../../src/core/money/allocate";
import { sum } from "../../../src/core/money/decimal";
import { discounted, taxed } from "../cells/amounts";
import { shareOf, unitsAt } from "../cells/prices";
import { roundedAs, roundingOf } from "../cells/rounding";
import { column, fractionOf, numbersOf, sumOf } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow } from "../book";
import {
  amountOfKind,
  discountThenTax,
  documentDiscountThenTax,
  fee,
  fees,
  isTwoDigits,
} from "../engine/invoices";
import type { Ways, WaysByModel } from "../ways";

/** A fee of January with rows of Discounts, one for each that is given. */
function discountedInvoice(amount: string, discounts: readonly (readonly [string, number])[]) {
  const rows = discounts.map(([column, value], index) => ({
    "Discount ID": `D${String(index + 1)}`,
    "Contract ID": "C1",
    [column]: value,
  }));
  const invoice = invoiceOf({ Prices: [fee(amount)], Discounts: rows });
  return { figures: { amount: invoice.subtotal, discount: amountOfKind(invoice, "discount") } };
}

/** Each discount is on what those before it left. */
const discount: Ways = {
  engine: ({ params, input }) => {
    if (!isTwoDigits(params)) return undefined;
    const discounts = params
      .fieldsList("discounts")
      .map((given): [string, number] => [
        given.text("kind") === "percent" ? "Percent" : "Amount",
        given.number("value"),
      ]);
    return discountedInvoice(input.text("amount"), discounts);
  },
  functions: async ({ params, input }, sheet) => {
    let left = input.number("amount");
    const all: number[] = [];
    for (const discountFields of params.fieldsList("discounts")) {
      const given =
        discountFields.text("kind") === "percent"
          ? { fraction: fractionOf(discountFields, "value") }
          : { fixed: await roundedAs(params, discountFields.number("value"), sheet) };
      const step = await discounted(sheet, left, given);
      all.push(step.taken);
      left = step.left;
    }
    return { figures: { amount: left, discount: sumOf(all) } };
  },
};

/** A discount of a fixed amount shared over lines. */
const discountAllocation: Ways = {
  engine: ({ params, input }) => {
    const digits = params.fields("rounding").number("scale");
    const shares = allocate(params.decimal("discount"), input.decimals("lineAmounts"), digits);
    return { figures: { amount: sum(shares), lineDiscounts: shares } };
  },
  functions: async ({ params, input }, sheet) => {
    const [currency] = roundingOf(params)!;
    const lines = column(numbersOf(input, "lineAmounts"));
    const lineDiscounts = await sheet.numbers("ALLOCATE", params.number("discount"), lines, currency);
    return { figures: { amount: sumOf(lineDiscounts), lineDiscounts } };
  },
};

const discountPerLine: Ways = {
  engine: ({ params, input }) => {
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
  },
  functions: async ({ params, input }, sheet) => {
    const rate = fractionOf(params, "ratePercent");
    const amounts = numbersOf(input, "lineAmounts");
    const taken: number[] = [];
    for (const amount of amounts) taken.push(await shareOf(sheet, amount, rate));
    const lineDiscounts = await sheet.numbers("ROUND_MONEY", column(taken), ...roundingOf(params)!);
    const onTotalInstead = await roundedAs(params, await shareOf(sheet, sumOf(amounts), rate), sheet);
    return { figures: { amount: sumOf(lineDiscounts), lineDiscounts, onTotalInstead } };
  },
};

const coupon: Ways = {
  engine: ({ params, input }) => {
    if (!params.hasOnly("fixedAmount")) return undefined;
    const { figures } = discountedInvoice(input.text("amount"), [["Amount", params.number("fixedAmount")]]);
    return { figures: { amount: figures.discount } };
  },
  functions: async ({ params, input }, sheet) => {
    if (!params.hasOnly("fixedAmount")) return undefined;
    const fixed = params.number("fixedAmount");
    const { taken } = await discounted(sheet, input.number("amount"), { fixed });
    return { figures: { amount: taken } };
  },
};

const discountWithTax: Ways = {
  engine: ({ params, input }) => {
    const taken = params.fields("discount");
    if (params.value("taxInclusive") !== false || taken.text("kind") !== "percent") return undefined;
    const rate = params.text("taxRatePercent");
    const invoice = discountThenTax(input.text("amount"), taken.text("value"), rate);
    return { figures: { amount: invoice.total, net: invoice.subtotal, tax: invoice.tax } };
  },
  functions: async ({ params, input }, sheet) => {
    const taken = params.fields("discount");
    if (params.value("taxInclusive") !== false || taken.text("kind") !== "percent") return undefined;
    const fraction = fractionOf(taken, "value");
    const { left } = await discounted(sheet, input.number("amount"), { fraction });
    const { net, tax, total } = await taxed(sheet, left, fractionOf(params, "taxRatePercent"));
    return { figures: { amount: total, net, tax } };
  },
};

/** A document of one line without a discount of its own, and a fixed discount off the whole. */
const documentTotal: Ways = {
  engine: ({ params, input }) => {
    const [line, ...more] = input.fieldsList("lines");
    const taken = params.fields("documentDiscount");
    if (!line || more.length > 0 || params.value("taxInclusive") !== false) return undefined;
    if (taken.text("kind") !== "fixed" || line.text("lineDiscountPercent") !== "0") return undefined;
    if (line.text("quantity") !== "1") return undefined;
    const rate = line.text("taxRatePercent");
    const { total, tax } = documentDiscountThenTax(line.text("unitPrice"), taken.text("value"), rate);
    return { figures: { amount: total, tax } };
  },
  functions: async ({ params, input }, sheet) => {
    const [line, ...more] = input.fieldsList("lines");
    const taken = params.fields("documentDiscount");
    if (!line || more.length > 0 || params.value("taxInclusive") !== false) return undefined;
    if (taken.text("kind") !== "fixed" || line.text("lineDiscountPercent") !== "0") return undefined;
    const amount = await unitsAt(sheet, line.number("quantity"), line.number("unitPrice"));
    const { left } = await discounted(sheet, amount, { fixed: taken.number("value") });
    const { tax, total } = await taxed(sheet, left, fractionOf(line, "taxRatePercent"));
    return { figures: { amount: total, tax } };
  },
};

/** The invoice by which June was paid in advance. */
const billedInJune = (amount: number) => ({
  Invoices: [
    {
      "Invoice number": "INV-1",
      "Contract ID": "C1",
      "Customer ID": "K1",
      "Invoice date": "2026-06-01",
      Currency: "USD",
      Subtotal: amount,
      Tax: 0,
      Total: amount,
      Status: "Issued",
      "Period start": "2026-06-01",
      "Period end": "2026-06-30",
    },
  ],
  "Invoice lines": [
    {
      "Invoice number": "INV-1",
      "Contract ID": "C1",
      "Price ID": "P1",
      Product: "Service",
      Kind: "Fixed",
      "Period start": "2026-06-01",
      "Period end": "2026-06-30",
      Quantity: 1,
      "Unit price": amount,
      Amount: amount,
    },
  ],
});

/** A seat paid in advance goes in the middle of June; a discount that begins that day takes nothing off what it gives back. */
const creditForUnusedTime: Ways = {
  engine: ({ params, input }) => {
    if (params.value("discountActiveDuringCreditedPeriod") !== false) return undefined;
    const period = input.number("unusedAmount") * 2;
    const { lines } = invoiceOf(
      {
        Contracts: [contractRow({ "Start date": "2026-06-01" })],
        Prices: [
          priceRow({
            "Price ID": "P1",
            "Pricing model": "per_unit",
            "Unit price": period,
            Quantity: 1,
            Timing: "Advance",
          }),
        ],
        ...billedInJune(period),
        Quantities: [{ "Contract ID": "C1", Product: "Service", Date: "2026-06-16", Quantity: 0 }],
        Discounts: [
          {
            "Discount ID": "D1",
            "Contract ID": "C1",
            Percent: params.number("discountPercent"),
            From: "2026-06-16",
          },
        ],
      },
      "2026-07",
    );
    return { figures: { amount: sum(lines.map(({ amount }) => amount)) } };
  },
};

export const discountWays: WaysByModel = {
  credit_for_unused_time: creditForUnusedTime,
  discount,
  discount_allocation: discountAllocation,
  discount_per_line: discountPerLine,
  coupon,
  discount_with_tax: discountWithTax,
  document_total: documentTotal,
};
