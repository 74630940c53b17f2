import { taxWithin } from "../../../src/core/money/tax";
import { discounted, taxed } from "../cells/amounts";
import { unitsAt } from "../cells/prices";
import { roundingOf } from "../cells/rounding";
import { column, difference, fractionOf, numbersOf, sumOf } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow } from "../book";
import {
  discountThenTax,
  documentDiscountThenTax,
  fees,
  isTwoDigits,
  taxedBook,
  taxOn,
} from "../engine/invoices";
import type { Ways, WaysByModel } from "../ways";

const taxExclusive: Ways = {
  engine: ({ params, input }) =>
    isTwoDigits(params)
      ? { figures: { amount: taxOn(input.decimal("amount"), params.text("ratePercent")).tax } }
      : undefined,
  functions: async ({ params, input }, sheet) => {
    if (!params.hasOnly("ratePercent", "rounding")) return undefined;
    const [currency] = roundingOf(params)!;
    const rate = fractionOf(params, "ratePercent");
    const amount = await sheet.number("TAX_AMOUNT", input.number("amount"), rate, false, currency);
    return { figures: { amount } };
  },
};

/** Tax out of a gross amount; what is left is the net. */
const taxInclusive: Ways = {
  engine: ({ params, input }) => {
    const gross = input.decimal("amount");
    const rate = params.decimal("ratePercent").dividedBy(100);
    const tax = taxWithin(gross, rate, params.fields("rounding").number("scale"));
    return { figures: { amount: gross.minus(tax), tax } };
  },
  functions: async ({ params, input }, sheet) => {
    const gross = input.number("amount");
    const rate = fractionOf(params, "ratePercent");
    const tax = await sheet.number("TAX_AMOUNT", gross, rate, true, roundingOf(params)?.[0]);
    return { figures: { amount: difference(gross, tax), tax } };
  },
};

/** One formula for each of the taxes on the same amount. */
const severalTaxes: Ways = {
  engine: ({ params, input }) => {
    if (params.value("compound") !== false || params.text("taxRounding") !== "per_rate") return undefined;
    const rates = params.decimals("ratesPercent");
    const codes = rates.map((_rate, index) => `T${String(index + 1)}`);
    const { tax, taxes } = invoiceOf({
      Contracts: [contractRow({ "Tax code": codes.join(" + ") })],
      "Tax codes": rates.map((rate, index) => ({
        "Tax code": codes[index]!,
        Rate: { percent: rate.dividedBy(100).toNumber() },
      })),
      Prices: fees([input.text("amount")]),
    });
    return { figures: { amount: tax, taxes: taxes[0]!.several!.map((one) => one.tax) } };
  },
  functions: async ({ params, input }, sheet) => {
    if (params.value("compound") !== false || params.text("taxRounding") !== "per_rate") return undefined;
    const taxes: number[] = [];
    for (const rate of params.decimals("ratesPercent"))
      taxes.push(await sheet.number("TAX_AMOUNT", input.number("amount"), rate.dividedBy(100).toNumber()));
    return { figures: { amount: sumOf(taxes), taxes } };
  },
};

const taxAfterDiscount: Ways = {
  engine: ({ params, input }) => {
    const [amount, rate] = [input.text("amount"), params.text("ratePercent")];
    const { total, tax } = params.has("discount")
      ? documentDiscountThenTax(amount, params.text("discount"), rate)
      : discountThenTax(amount, params.text("discountPercent"), rate);
    return { figures: { amount: total, tax } };
  },
  functions: async ({ params, input }, sheet) => {
    const discount = params.has("discount")
      ? { fixed: params.number("discount") }
      : { fraction: fractionOf(params, "discountPercent") };
    const { left } = await discounted(sheet, input.number("amount"), discount);
    const { tax, total } = await taxed(sheet, left, fractionOf(params, "ratePercent"));
    return { figures: { amount: total, tax } };
  },
};

/** Under reverse charge the customer's tax code has the rate 0. */
const reverseCharge: Ways = {
  engine: ({ input }) => {
    const { total, tax } = taxOn(input.decimal("amount"), "0");
    return { figures: { amount: total, tax } };
  },
  functions: async ({ input }, sheet) => {
    const { tax, total } = await taxed(sheet, input.number("amount"), 0);
    return { figures: { amount: total, tax } };
  },
};

/** Each line's tax is rounded. */
const byLine = [{ Key: "Tax rounding", Value: "line" }];

const taxPerLine: Ways = {
  engine: ({ params, input }) => {
    const rate = params.text("ratePercent");
    const invoice = invoiceOf({ ...taxedBook(rate, byLine), Prices: fees(input.texts("lineAmounts")) });
    const lineTaxes = input.decimals("lineAmounts").map((amount) => taxOn(amount, rate).tax);
    return { figures: { amount: invoice.tax, lineTaxes } };
  },
  functions: async ({ params, input }, sheet) => {
    const lines = column(numbersOf(input, "lineAmounts"));
    const lineTaxes = await sheet.numbers("TAX_AMOUNT", lines, fractionOf(params, "ratePercent"));
    return { figures: { amount: sumOf(lineTaxes), lineTaxes } };
  },
};

const taxRoundingLevel: Ways = {
  engine: ({ params, input }) => {
    const Prices = input.fieldsList("lines").map((line, index) =>
      priceRow({
        Product: `Item ${String(index + 1)}`,
        "Pricing model": "per_unit",
        Quantity: line.number("quantity"),
        "Unit price": line.number("unitPrice"),
      }),
    );
    const invoice = invoiceOf({ ...taxedBook(params.text("ratePercent"), byLine), Prices });
    return { figures: { amount: invoice.total, tax: invoice.tax } };
  },
  functions: async ({ params, input }, sheet) => {
    if (params.text("taxRounding") !== "per_line") return undefined;
    const lines: number[] = [];
    for (const line of input.fieldsList("lines"))
      lines.push(await unitsAt(sheet, line.number("quantity"), line.number("unitPrice")));
    const taxes = await sheet.numbers("TAX_AMOUNT", column(lines), fractionOf(params, "ratePercent"));
    const tax = sumOf(taxes);
    return { figures: { amount: sumOf([...lines, tax]), tax } };
  },
};

export const taxWays: WaysByModel = {
  tax_exclusive: taxExclusive,
  tax_inclusive: taxInclusive,
  several_taxes: severalTaxes,
  tax_after_discount: taxAfterDiscount,
  reverse_charge: reverseCharge,
  tax_per_line: taxPerLine,
  tax_rounding_level: taxRoundingLevel,
};
