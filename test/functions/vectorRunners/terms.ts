import { formatDay, type Day } from "../../../src/core/calendar/day";
import { Decimal } from "../../../src/core/money/decimal";
import type { Outcome } from "../../vectors/outcome";
import type { Fields, Vector } from "../../vectors/vector";
import { nextDayNumbered } from "./periods";
import { shareOf } from "./rating";
import { difference, sumOf, type FunctionRunner, type Sheet } from "./sheet";

const dueDate = (sheet: Sheet, invoiceDate: Day, terms: string): Promise<Day> =>
  sheet.number("DUE_DATE", invoiceDate, terms);

/** The terms as they are written in a cell, by the vectors' types. */
const texts: Readonly<Record<string, (params: Fields) => string>> = {
  net: (params) => `Net ${params.text("days")}`,
  net_months: (params) => `Net ${params.text("months")} months`,
  eom: () => "EOM",
  eom_plus_days: (params) => `EOM + ${params.text("days")}`,
  days_then_eom: (params) => `${params.text("days")} days then EOM`,
  day_of_following_month: (params) => `${params.text("day")} MFI`,
  day_of_following_month_cutoff: (params) => `${params.text("day")} Prox cut-off ${params.text("cutoff")}`,
};

async function dueOnly({ params, input }: Vector, sheet: Sheet): Promise<Outcome | undefined> {
  const text = texts[params.text("type")];
  if (!text) return undefined;
  return { figures: { due_date: formatDay(await dueDate(sheet, input.day("invoice_date"), text(params))) } };
}

/** Discount in cents for paying on a day. */
async function discountOn(sheet: Sheet, amount: number, invoiced: Day, paid: Day, terms: string) {
  return sheet.number("ROUND_MONEY", await sheet.number("EARLY_DISCOUNT", amount, invoiced, paid, terms));
}

const isLate = async (sheet: Sheet, due: Day, paid: Day) =>
  (await sheet.number("DAYS_PAST_DUE", due, paid)) > 0;

async function withDiscount({ params, input }: Vector, sheet: Sheet): Promise<Outcome> {
  const days = params.text("discount_days");
  const terms = `${params.text("discount_percent")}/${days} Net ${params.text("net_days")}`;
  const [invoiced, paid] = [input.day("invoice_date"), input.day("pay_date")];
  const due = await dueDate(sheet, invoiced, terms);
  const discountDate = await dueDate(sheet, invoiced, `Net ${days}`);
  const amount = input.number("amount");
  const discount = await discountOn(sheet, amount, invoiced, discountDate, terms);
  return {
    figures: {
      due_date: formatDay(due),
      discount_date: formatDay(discountDate),
      discount_amount: discount,
      amount_if_discounted: difference(amount, discount),
      amount_due_on_pay_date: difference(amount, await discountOn(sheet, amount, invoiced, paid, terms)),
      late: await isLate(sheet, due, paid),
    },
  };
}

/** A formula for each step of the discount; the greatest is earned. */
async function discountSteps({ params, input }: Vector, sheet: Sheet): Promise<Outcome> {
  const steps = params.list("steps") as readonly (readonly [days: number, percent: string])[];
  const net = `Net ${params.text("net_days")}`;
  const [invoiced, amount] = [input.day("invoice_date"), input.number("amount")];
  const due = await dueDate(sheet, invoiced, net);
  const [amounts, late]: [number[], boolean[]] = [[], []];
  for (const paid of input.days("pay_dates")) {
    const earned: number[] = [];
    for (const [days, percent] of steps)
      earned.push(await discountOn(sheet, amount, invoiced, paid, `${percent}/${String(days)} ${net}`));
    amounts.push(difference(amount, Math.max(...earned)));
    late.push(await isLate(sheet, due, paid));
  }
  return { figures: { amounts, late, due_date: formatDay(due) } };
}

/** Shares of an amount, each due under terms of its own; the last takes what is left. */
async function installments({ params, input }: Vector, sheet: Sheet): Promise<Outcome | undefined> {
  if (params.text("remainder") !== "last installment") return undefined;
  const parts = params.list("installments") as readonly (readonly [percent: string, days: number])[];
  const whole = input.number("amount");
  const amounts: number[] = [];
  const schedule: { due_date: string; amount: number }[] = [];
  for (const [index, [percent, days]] of parts.entries()) {
    const share = await shareOf(sheet, whole, new Decimal(percent).dividedBy(100).toNumber());
    const rest = difference(whole, sumOf(amounts));
    const amount = index === parts.length - 1 ? rest : await sheet.number("ROUND_MONEY", share);
    amounts.push(amount);
    const due = await dueDate(sheet, input.day("invoice_date"), `Net ${String(days)}`);
    schedule.push({ due_date: formatDay(due), amount });
  }
  return { figures: { schedule } };
}

/** A number of days, and from that day on the next one with this number in its month. */
async function daysThenDay({ params, input }: Vector, sheet: Sheet): Promise<Outcome> {
  const earliest = await dueDate(sheet, input.day("invoice_date"), `Net ${params.text("days")}`);
  const due = await nextDayNumbered(sheet, earliest - 1, params.number("day"));
  return { figures: { due_date: formatDay(due) } };
}

/** Terms have no models; what is given tells the cases apart. */
export const termsRunner: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  if (params.has("installments")) return installments(vector, sheet);
  if (params.has("steps")) return discountSteps(vector, sheet);
  if (params.has("discount_percent")) return input.has("pay_date") ? withDiscount(vector, sheet) : undefined;
  return params.optionalText("type") === "days_then_next_day_of_month"
    ? daysThenDay(vector, sheet)
    : dueOnly(vector, sheet);
};
