import { drawDown } from "./prepaidCredit";
import { lastDays } from "./proration";
import {
  column,
  difference,
  fractionOf,
  numbersOf,
  someDay,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";
import { taxed } from "./taxes";

/** A part of a fee by days, with its tax. */
async function partOfFee(sheet: Sheet, fee: number, days: number, periodDays: number, rate: number) {
  const part = await sheet.number("PRORATE", fee, ...lastDays(days, periodDays));
  return taxed(sheet, await sheet.number("ROUND_MONEY", part), rate);
}

const unusedTime: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.text("earlierCreditNotesNet") !== "0") return undefined;
  const [unused, period] = [params.number("unusedDays"), params.number("periodDays")];
  const rate = fractionOf(params, "taxRatePercent");
  const { net, tax, total } = await partOfFee(sheet, input.number("amount"), unused, period, rate);
  return { figures: { amount: total, net, tax } };
};

/** What is paid and not used up is refunded, out of what is creditable; the rest of that is a credit. */
const refundSplit: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  const creditable = await unusedTime(vector, sheet);
  if (!creditable) return undefined;
  const [days, period] = [params.number("usedDays"), params.number("periodDays")];
  const rate = fractionOf(params, "taxRatePercent");
  const used = await partOfFee(sheet, input.number("amount"), days, period, rate);
  const [{ remaining }] = await drawDown(sheet, params.number("paidForThisLine"), [used.total]);
  const total = creditable.figures.amount as number;
  const [{ applied, payable }] = await drawDown(sheet, remaining, [total]);
  return { figures: { ...creditable.figures, refund: applied, credit: payable } };
};

/** The taxes of a line, each shared over what is credited of it and what is not. */
const partialCreditLine: FunctionRunner = async ({ params, input }, sheet) => {
  const credited = input.number("creditAmount");
  const parts = column([credited, difference(params.number("lineAmount"), credited)]);
  const taxes: number[] = [];
  for (const tax of numbersOf(params, "lineTaxes"))
    taxes.push((await sheet.numbers("ALLOCATE", tax, parts))[0]!);
  return { figures: { amount: sumOf(taxes), taxes } };
};

/** Credits draw on what was charged. */
const creditCap: FunctionRunner = async ({ params, input }, sheet) => {
  const credits = [params.number("alreadyCredited"), input.number("amount")];
  const drawn = await drawDown(sheet, params.number("originalAmount"), credits);
  return { figures: { amount: drawn[1]!.applied } };
};

const creditLimit: FunctionRunner = async ({ input }, sheet) => {
  const credits = [input.number("credited_before"), input.number("credit")];
  const [before, credit] = await drawDown(sheet, input.number("line_minor_units"), credits);
  return {
    figures: { accepted: credit!.payable === 0, creditable: before.remaining },
    // That a part stays payable says it, without words.
    beyond: ["error"],
  };
};

/** An invoice after its payment and a credit; the credit counts as far as something is due. */
const creditPartPaid: FunctionRunner = async ({ params, input }, sheet) => {
  const left = async (payment: number, balance: number) => {
    const [applied] = await sheet.numbers("APPLY_CASH", payment, balance);
    return { applied: applied!, due: difference(balance, applied!) };
  };
  const { due } = await left(params.number("paid"), params.number("invoiceTotal"));
  const credit = await left(input.number("amount"), due);
  return { figures: { amount: credit.applied, stillDue: credit.due } };
};

/** Minor units are whole units of a currency without decimals; tax is on the amount before it is rounded. */
const unusedMinorUnits: FunctionRunner = async ({ params, input }, sheet) => {
  const days = lastDays(input.number("unused_days"), input.number("period_days"));
  const part = await sheet.number("PRORATE", input.number("fee_minor_units"), ...days);
  const net = await sheet.number("ROUND_MONEY", part, "JPY");
  const tax = await sheet.number("TAX_AMOUNT", part, fractionOf(params, "tax_percent"), false, "JPY");
  return {
    figures: { net_minor_units: net, tax_minor_units: tax, total_minor_units: sumOf([net, tax]) },
  };
};

/** A fee cancelled within its period; the day of the cancellation is not billed. */
const cancelled: FunctionRunner = async ({ input }, sheet) => {
  const [start, end, cancel] = [input.day("start"), input.day("end"), input.day("cancel")];
  const credit = await sheet.number("PRORATE", input.number("amount"), cancel, end - 1, start, end - 1);
  return {
    figures: {
      unused_days: await sheet.number("DAYS_PAST_DUE", cancel, end),
      period_days: await sheet.number("DAYS_PAST_DUE", start, end),
      credit: await sheet.number("ROUND_MONEY", credit),
    },
  };
};

const taxOfCredit: FunctionRunner = async ({ params, input }, sheet) => {
  const { tax, total } = await taxed(sheet, input.number("net"), fractionOf(params, "tax_percent"));
  return { figures: { tax, gross: total } };
};

/** A part-paid invoice and a credit of its own stand in two rows. */
const openCredit: FunctionRunner = async ({ input }, sheet) => {
  const invoice = input.number("invoice");
  const [applied] = await sheet.numbers("APPLY_CASH", input.number("paid"), invoice);
  const balances = column([difference(invoice, applied!), -input.number("credit")]);
  const rows = await sheet.rows("AGING_SUMMARY", column([someDay, someDay]), balances, someDay);
  const amountOf = (label: string) => rows.find(([name]) => name === label)![2] as number;
  return {
    figures: {
      invoice_outstanding: amountOf("Current"),
      credit_outstanding: amountOf("Credits"),
      net: amountOf("Total"),
    },
  };
};

/** Credit notes without a model; what is given tells them apart. */
export const creditNotesRunner: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  if (input.hasOnly("fee_minor_units", "unused_days", "period_days")) return unusedMinorUnits(vector, sheet);
  if (input.hasOnly("amount", "start", "end", "cancel") && params.text("basis") === "actual days")
    return cancelled(vector, sheet);
  if (input.hasOnly("line_minor_units", "credited_before", "credit")) return creditLimit(vector, sheet);
  if (input.hasOnly("invoice", "paid", "credit")) return openCredit(vector, sheet);
  return input.hasOnly("net") ? taxOfCredit(vector, sheet) : undefined;
};

export const creditRunners: FunctionRunners = {
  credit_unused_time: unusedTime,
  credit_or_refund_split: refundSplit,
  partial_credit_line: partialCreditLine,
  credit_cap: creditCap,
  credit_against_part_paid: creditPartPaid,
};
