import { dayFraction, prorate } from "../../../src/core/calendar/proration";
import { Decimal, sum } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { summarizeAging } from "../../../src/core/payments/aging";
import { applyCash } from "../../../src/core/payments/cash";
import { taxed } from "../cells/amounts";
import { drawDown } from "../cells/drawDown";
import { lastDays } from "../cells/periods";
import { column, difference, fractionOf, numbersOf, sumOf, type Sheet } from "../cells/sheet";
import { creditOf } from "../engine/creditNote";
import { effectOf, statusUnder, type AskedCredit } from "../engine/givenCredits";
import { taxOn } from "../engine/invoices";
import { someDay } from "../vector";
import type { ByFunctions, Ways, WaysByGiven, WaysByModel } from "../ways";
import { creditPartPaid } from "./accountBalances";
import { bands } from "./aging";

/** A part of a fee by days, with its tax. */
async function partOfFee(sheet: Sheet, fee: number, days: number, periodDays: number, rate: number) {
  const part = await sheet.number("PRORATE", fee, ...lastDays(days, periodDays));
  return taxed(sheet, await sheet.number("ROUND_MONEY", part), rate);
}

const unusedTimeInCells: ByFunctions = async ({ params, input }, sheet) => {
  if (params.text("earlierCreditNotesNet") !== "0") return undefined;
  const [unused, period] = [params.number("unusedDays"), params.number("periodDays")];
  const rate = fractionOf(params, "taxRatePercent");
  const { net, tax, total } = await partOfFee(sheet, input.number("amount"), unused, period, rate);
  return { figures: { amount: total, net, tax } };
};

/** The unused days of a fee and the tax on them. */
const unusedTime: Ways = {
  engine: ({ params, input }) => {
    if (params.text("earlierCreditNotesNet") !== "0") return undefined;
    const fraction = { numerator: params.number("unusedDays"), denominator: params.number("periodDays") };
    const net = round(prorate(input.decimal("amount"), fraction), 2, "half_up");
    const { tax, total } = taxOn(net, params.text("taxRatePercent"));
    return { figures: { amount: total, net, tax } };
  },
  functions: unusedTimeInCells,
};

/** What is paid and not used up is refunded, out of what is creditable; the rest of that is a credit. */
const refundSplit: Ways = {
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const creditable = await unusedTimeInCells(vector, sheet);
    if (!creditable) return undefined;
    const [days, period] = [params.number("usedDays"), params.number("periodDays")];
    const rate = fractionOf(params, "taxRatePercent");
    const used = await partOfFee(sheet, input.number("amount"), days, period, rate);
    const [{ remaining }] = await drawDown(sheet, params.number("paidForThisLine"), [used.total]);
    const total = creditable.figures.amount as number;
    const [{ applied, payable }] = await drawDown(sheet, remaining, [total]);
    return { figures: { ...creditable.figures, refund: applied, credit: payable } };
  },
};

/** The taxes of a line, each shared over what is credited of it and what is not. */
const partialCreditLine: Ways = {
  functions: async ({ params, input }, sheet) => {
    const credited = input.number("creditAmount");
    const parts = column([credited, difference(params.number("lineAmount"), credited)]);
    const taxes: number[] = [];
    for (const tax of numbersOf(params, "lineTaxes"))
      taxes.push((await sheet.numbers("ALLOCATE", tax, parts))[0]!);
    return { figures: { amount: sumOf(taxes), taxes } };
  },
};

/** Credits draw on what was charged. */
const creditCap: Ways = {
  engine: ({ params, input }) => {
    const [charged, before] = [params.decimal("originalAmount"), params.decimal("alreadyCredited")];
    return { figures: { amount: creditOf(charged, before, input.decimal("amount")) ?? "refused" } };
  },
  functions: async ({ params, input }, sheet) => {
    const credits = [params.number("alreadyCredited"), input.number("amount")];
    const drawn = await drawDown(sheet, params.number("originalAmount"), credits);
    return { figures: { amount: drawn[1]!.applied } };
  },
};

const creditLimit: Ways = {
  engine: ({ input }) => {
    const [line, before, credit] = ["line_minor_units", "credited_before", "credit"].map((name) =>
      input.decimal(name).dividedBy(100),
    );
    // What is left and why it is not enough are in the message of the issue, not in a figure.
    return {
      figures: { accepted: creditOf(line!, before!, credit!) !== undefined },
      beyond: ["creditable", "error"],
    };
  },
  functions: async ({ input }, sheet) => {
    const credits = [input.number("credited_before"), input.number("credit")];
    const [before, credit] = await drawDown(sheet, input.number("line_minor_units"), credits);
    return {
      figures: { accepted: credit!.payable === 0, creditable: before.remaining },
      // That a part stays payable says it, without words.
      beyond: ["error"],
    };
  },
};

/** Unused days in minor units: cents on an invoice; in cells whole units of a currency without decimals. */
const unusedMinorUnits: Ways = {
  engine: ({ params, input }) => {
    const fraction = { numerator: input.number("unused_days"), denominator: input.number("period_days") };
    const net = round(prorate(input.decimal("fee_minor_units").dividedBy(100), fraction), 2, "half_up");
    // Tax on the rounded net comes to the same here.
    const { tax, total } = taxOn(net, params.text("tax_percent"));
    const [net_minor_units, tax_minor_units, total_minor_units] = [net, tax, total].map((amount) =>
      amount.times(100),
    );
    return { figures: { net_minor_units, tax_minor_units, total_minor_units } };
  },
  functions: async ({ params, input }, sheet) => {
    const days = lastDays(input.number("unused_days"), input.number("period_days"));
    const part = await sheet.number("PRORATE", input.number("fee_minor_units"), ...days);
    const net = await sheet.number("ROUND_MONEY", part, "JPY");
    // Tax is on the amount before it is rounded.
    const tax = await sheet.number("TAX_AMOUNT", part, fractionOf(params, "tax_percent"), false, "JPY");
    return { figures: { net_minor_units: net, tax_minor_units: tax, total_minor_units: sumOf([net, tax]) } };
  },
};

/** A fee cancelled within its period; the day of the cancellation is not billed. */
const cancelled: Ways = {
  engine: ({ input }) => {
    const period = { from: input.day("start"), to: input.day("end") - 1 };
    const fraction = dayFraction({ from: input.day("cancel"), to: period.to }, period, "actual");
    const credit = round(prorate(input.decimal("amount"), fraction), 2, "half_up");
    return { figures: { unused_days: fraction.numerator, period_days: fraction.denominator, credit } };
  },
  functions: async ({ input }, sheet) => {
    const [start, end, cancel] = [input.day("start"), input.day("end"), input.day("cancel")];
    const credit = await sheet.number("PRORATE", input.number("amount"), cancel, end - 1, start, end - 1);
    return {
      figures: {
        unused_days: await sheet.number("DAYS_PAST_DUE", cancel, end),
        period_days: await sheet.number("DAYS_PAST_DUE", start, end),
        credit: await sheet.number("ROUND_MONEY", credit),
      },
    };
  },
};

const taxOfCredit: Ways = {
  engine: ({ params, input }) => {
    const { tax, total } = taxOn(input.decimal("net"), params.text("tax_percent"));
    return { figures: { tax, gross: total } };
  },
  functions: async ({ params, input }, sheet) => {
    const { tax, total } = await taxed(sheet, input.number("net"), fractionOf(params, "tax_percent"));
    return { figures: { tax, gross: total } };
  },
};

/** A part-paid invoice and a credit of its own are in two rows. */
const openCredit: Ways = {
  engine: ({ input }) => {
    const invoice = input.decimal("invoice");
    const { applied } = applyCash(input.decimal("paid"), [invoice]);
    const balances = [invoice.minus(applied[0]!), input.decimal("credit").negated()];
    const items = balances.map((balance) => ({ due: someDay, balance }));
    const summary = summarizeAging(items, someDay, bands);
    if (!summary.ok) throw new Error("both have a due date");
    const { rows, credits, total } = summary;
    return {
      figures: {
        invoice_outstanding: sum(rows.map(({ amount }) => amount)),
        credit_outstanding: credits.amount,
        net: total.amount,
      },
    };
  },
  functions: async ({ input }, sheet) => {
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
  },
};

interface CreditByPerson {
  readonly amount: string;
  readonly by: string;
  readonly approved_by: string | null;
  readonly reason: string;
}

/** Credits above a limit need the approval of another person. */
const approval: Ways = {
  engine: ({ params, input }) => {
    const asked = (input.list("credits") as readonly CreditByPerson[]).map(
      ({ amount, by, approved_by, reason }): AskedCredit => ({
        amount: new Decimal(amount),
        by,
        approvedBy: approved_by ?? undefined,
        reason,
      }),
    );
    return {
      figures: { status: asked.map((credit) => statusUnder(params.decimal("approval_limit"), credit)) },
    };
  },
};

/** A credit note lowers the balance, whichever sign was typed. */
const eitherSign: Ways = {
  engine: ({ input }) => {
    const effects = input.texts("credits").map((credit) => effectOf(new Decimal(credit)));
    const reported = effects.map(({ codes }) => codes.join());
    return {
      figures: {
        effect_on_balance: effects.map(({ balance }) => balance),
        issue: reported.join("|") === "|SIGN" ? "sign normalised and reported" : reported,
      },
    };
  },
};

export const creditNotes: WaysByGiven = ({ params, input }) => {
  if (input.hasOnly("fee_minor_units", "unused_days", "period_days")) return unusedMinorUnits;
  if (input.hasOnly("amount", "start", "end", "cancel") && params.text("basis") === "actual days")
    return cancelled;
  if (input.hasOnly("line_minor_units", "credited_before", "credit")) return creditLimit;
  if (input.hasOnly("invoice", "paid", "credit")) return openCredit;
  if (params.has("approval_limit") && input.hasOnly("credits")) return approval;
  if (params.has("input_sign") && input.hasOnly("credits")) return eitherSign;
  return input.hasOnly("net") ? taxOfCredit : undefined;
};

export const creditNoteWays: WaysByModel = {
  credit_unused_time: unusedTime,
  credit_or_refund_split: refundSplit,
  partial_credit_line: partialCreditLine,
  credit_cap: creditCap,
  credit_against_part_paid: creditPartPaid,
};
