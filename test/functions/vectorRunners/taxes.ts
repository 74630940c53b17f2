import { drawDown } from "./prepaidCredit";
import { shareOf, unitsAt } from "./rating";
import { roundedAs, roundingOf } from "./rounding";
import {
  column,
  difference,
  fractionOf,
  numbersOf,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

/** A net amount with its tax. */
export async function taxed(sheet: Sheet, net: number, rate: number) {
  const tax = await sheet.number("TAX_AMOUNT", net, rate);
  return { net, tax, total: sumOf([net, tax]) };
}

const taxExclusive: FunctionRunner = async ({ params, input }, sheet) => {
  if (!params.hasOnly("ratePercent", "rounding")) return undefined;
  const [currency] = roundingOf(params)!;
  const rate = fractionOf(params, "ratePercent");
  return {
    figures: { amount: await sheet.number("TAX_AMOUNT", input.number("amount"), rate, false, currency) },
  };
};

/** Tax out of a gross amount; what is left is the net. */
const taxInclusive: FunctionRunner = async ({ params, input }, sheet) => {
  const gross = input.number("amount");
  const rate = fractionOf(params, "ratePercent");
  const tax = await sheet.number("TAX_AMOUNT", gross, rate, true, roundingOf(params)?.[0]);
  return { figures: { amount: difference(gross, tax), tax } };
};

/** One formula for each of the taxes on the same amount. */
const severalTaxes: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.value("compound") !== false || params.text("taxRounding") !== "per_rate") return undefined;
  const taxes: number[] = [];
  for (const rate of params.decimals("ratesPercent"))
    taxes.push(await sheet.number("TAX_AMOUNT", input.number("amount"), rate.dividedBy(100).toNumber()));
  return { figures: { amount: sumOf(taxes), taxes } };
};

/** A percentage of the amount, or a fixed discount, which takes no more than there is. */
async function discounted(sheet: Sheet, amount: number, discount: { fraction: number } | { fixed: number }) {
  if ("fixed" in discount) {
    const [{ applied, payable }] = await drawDown(sheet, discount.fixed, [amount]);
    return { taken: applied, left: payable };
  }
  const taken = await sheet.number("ROUND_MONEY", await shareOf(sheet, amount, discount.fraction));
  return { taken, left: difference(amount, taken) };
}

const taxAfterDiscount: FunctionRunner = async ({ params, input }, sheet) => {
  const discount = params.has("discount")
    ? { fixed: params.number("discount") }
    : { fraction: fractionOf(params, "discountPercent") };
  const { left } = await discounted(sheet, input.number("amount"), discount);
  const { tax, total } = await taxed(sheet, left, fractionOf(params, "ratePercent"));
  return { figures: { amount: total, tax } };
};

/** Under reverse charge the rate is 0. */
const reverseCharge: FunctionRunner = async ({ input }, sheet) => {
  const { tax, total } = await taxed(sheet, input.number("amount"), 0);
  return { figures: { amount: total, tax } };
};

const taxPerLine: FunctionRunner = async ({ params, input }, sheet) => {
  const lines = column(numbersOf(input, "lineAmounts"));
  const lineTaxes = await sheet.numbers("TAX_AMOUNT", lines, fractionOf(params, "ratePercent"));
  return { figures: { amount: sumOf(lineTaxes), lineTaxes } };
};

const taxRoundingLevel: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.text("taxRounding") !== "per_line") return undefined;
  const lines: number[] = [];
  for (const line of input.fieldsList("lines"))
    lines.push(await unitsAt(sheet, line.number("quantity"), line.number("unitPrice")));
  const taxes = await sheet.numbers("TAX_AMOUNT", column(lines), fractionOf(params, "ratePercent"));
  const tax = sumOf(taxes);
  return { figures: { amount: sumOf([...lines, tax]), tax } };
};

/** Discounts one after the other, each on what is left. */
const discounts: FunctionRunner = async ({ params, input }, sheet) => {
  let left = input.number("amount");
  const all: number[] = [];
  for (const each of params.fieldsList("discounts")) {
    const discount =
      each.text("kind") === "percent"
        ? { fraction: fractionOf(each, "value") }
        : { fixed: await roundedAs(params, each.number("value"), sheet) };
    const step = await discounted(sheet, left, discount);
    all.push(step.taken);
    left = step.left;
  }
  return { figures: { amount: left, discount: sumOf(all) } };
};

/** A discount of a fixed amount shared over lines. */
const discountAllocation: FunctionRunner = async ({ params, input }, sheet) => {
  const [currency] = roundingOf(params)!;
  const lines = column(numbersOf(input, "lineAmounts"));
  const lineDiscounts = await sheet.numbers("ALLOCATE", params.number("discount"), lines, currency);
  return { figures: { amount: sumOf(lineDiscounts), lineDiscounts } };
};

const discountPerLine: FunctionRunner = async ({ params, input }, sheet) => {
  const rate = fractionOf(params, "ratePercent");
  const amounts = numbersOf(input, "lineAmounts");
  const taken: number[] = [];
  for (const amount of amounts) taken.push(await shareOf(sheet, amount, rate));
  const lineDiscounts = await sheet.numbers("ROUND_MONEY", column(taken), ...roundingOf(params)!);
  const onTotalInstead = await roundedAs(params, await shareOf(sheet, sumOf(amounts), rate), sheet);
  return { figures: { amount: sumOf(lineDiscounts), lineDiscounts, onTotalInstead } };
};

const coupon: FunctionRunner = async ({ params, input }, sheet) => {
  if (!params.hasOnly("fixedAmount")) return undefined;
  const { taken } = await discounted(sheet, input.number("amount"), { fixed: params.number("fixedAmount") });
  return { figures: { amount: taken } };
};

const discountWithTax: FunctionRunner = async ({ params, input }, sheet) => {
  const discount = params.fields("discount");
  if (params.value("taxInclusive") !== false || discount.text("kind") !== "percent") return undefined;
  const { left } = await discounted(sheet, input.number("amount"), {
    fraction: fractionOf(discount, "value"),
  });
  const { net, tax, total } = await taxed(sheet, left, fractionOf(params, "taxRatePercent"));
  return { figures: { amount: total, net, tax } };
};

const documentTotal: FunctionRunner = async ({ params, input }, sheet) => {
  const [line, ...more] = input.fieldsList("lines");
  const discount = params.fields("documentDiscount");
  if (!line || more.length > 0 || params.value("taxInclusive") !== false) return undefined;
  if (discount.text("kind") !== "fixed" || line.text("lineDiscountPercent") !== "0") return undefined;
  const amount = await unitsAt(sheet, line.number("quantity"), line.number("unitPrice"));
  const { left } = await discounted(sheet, amount, { fixed: discount.number("value") });
  const { tax, total } = await taxed(sheet, left, fractionOf(line, "taxRatePercent"));
  return { figures: { amount: total, tax } };
};

export const taxRunners: FunctionRunners = {
  tax_exclusive: taxExclusive,
  tax_inclusive: taxInclusive,
  several_taxes: severalTaxes,
  tax_after_discount: taxAfterDiscount,
  reverse_charge: reverseCharge,
  tax_per_line: taxPerLine,
  tax_rounding_level: taxRoundingLevel,
  discount: discounts,
  discount_allocation: discountAllocation,
  discount_per_line: discountPerLine,
  coupon,
  discount_with_tax: discountWithTax,
  document_total: documentTotal,
};
