import { formatDay, type Day } from "../../../src/core/calendar/day";
import { parseTerms } from "../../../src/core/calendar/terms";
import { Decimal, sum } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { daysPastDue } from "../../../src/core/payments/aging";
import { earlyDiscount } from "../../../src/core/payments/earlyDiscount";
import { bookOf, contractRow } from "../book";
import { fee, instalmentsOn } from "../engine/invoices";
import { nextDayNumbered } from "../cells/periods";
import { shareOf } from "../cells/prices";
import { difference, sumOf, type Sheet } from "../cells/sheet";
import type { Fields } from "../vector";
import type { Ways, WaysByGiven } from "../ways";

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

const dueOnly: Ways = {
  engine: ({ params, input }) => {
    const terms = parseTerms(texts[params.text("type")]?.(params) ?? "");
    return terms && { figures: { due_date: formatDay(terms.dueDate(input.day("invoice_date"))) } };
  },
  functions: async ({ params, input }, sheet) => {
    const text = texts[params.text("type")]?.(params);
    if (text === undefined) return undefined;
    return { figures: { due_date: formatDay(await dueDate(sheet, input.day("invoice_date"), text)) } };
  },
};

/** Discount in cents for paying on a day. */
async function discountOn(sheet: Sheet, amount: number, invoiced: Day, paid: Day, terms: string) {
  return sheet.number("ROUND_MONEY", await sheet.number("EARLY_DISCOUNT", amount, invoiced, paid, terms));
}

const isLate = async (sheet: Sheet, due: Day, paid: Day) =>
  (await sheet.number("DAYS_PAST_DUE", due, paid)) > 0;

const discountTerms = (params: Fields) =>
  `${params.text("discount_percent")}/${params.text("discount_days")} Net ${params.text("net_days")}`;

const withDiscount: Ways = {
  engine: ({ params, input }) => {
    const terms = parseTerms(discountTerms(params))!;
    const [invoiced, payDate] = [input.day("invoice_date"), input.day("pay_date")];
    const amount = input.decimal("amount");
    const taken = (day: Day) => round(earlyDiscount(amount, invoiced, day, terms), 2, "half_up");
    const discountDate = invoiced + terms.discounts[0]!.days;
    return {
      figures: {
        due_date: formatDay(terms.dueDate(invoiced)),
        discount_date: formatDay(discountDate),
        discount_amount: taken(discountDate),
        amount_if_discounted: amount.minus(taken(discountDate)),
        amount_due_on_pay_date: amount.minus(taken(payDate)),
        late: daysPastDue(terms.dueDate(invoiced), payDate) > 0,
      },
    };
  },
  functions: async ({ params, input }, sheet) => {
    const terms = discountTerms(params);
    const [invoiced, payDate] = [input.day("invoice_date"), input.day("pay_date")];
    const due = await dueDate(sheet, invoiced, terms);
    const discountDate = await dueDate(sheet, invoiced, `Net ${params.text("discount_days")}`);
    const amount = input.number("amount");
    const discount = await discountOn(sheet, amount, invoiced, discountDate, terms);
    const taken = await discountOn(sheet, amount, invoiced, payDate, terms);
    return {
      figures: {
        due_date: formatDay(due),
        discount_date: formatDay(discountDate),
        discount_amount: discount,
        amount_if_discounted: difference(amount, discount),
        amount_due_on_pay_date: difference(amount, taken),
        late: await isLate(sheet, due, payDate),
      },
    };
  },
};

/** Steps are written into the terms; in cells there may be a formula for each as well, of which the greatest is earned. */
const discountSteps: Ways = {
  engine: ({ params, input }) => {
    const steps = params.list("steps") as readonly (readonly [days: number, percent: string])[];
    const text = steps.map(([days, percent]) => `${percent}/${String(days)}`).join(", ");
    const terms = parseTerms(`${text}, Net ${params.text("net_days")}`)!;
    const [invoiced, amount] = [input.day("invoice_date"), input.decimal("amount")];
    const due = terms.dueDate(invoiced);
    const days = input.days("pay_dates");
    return {
      figures: {
        amounts: days.map((paid) =>
          amount.minus(round(earlyDiscount(amount, invoiced, paid, terms), 2, "half_up")),
        ),
        late: days.map((paid) => daysPastDue(due, paid) > 0),
        due_date: formatDay(due),
      },
    };
  },
  functions: async ({ params, input }, sheet) => {
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
  },
};

/** Shares of an amount, each due under terms of its own; the last takes what is left. */
/** Instalments as terms are written: percents of four decimals, of which the last makes 100. */
function instalmentText(params: Fields): string {
  const parts = params.list("installments") as readonly (readonly [percent: string, days: number])[];
  const shares = parts.slice(0, -1).map(([percent]) => new Decimal(percent).toDecimalPlaces(4));
  const last = new Decimal(100).minus(sum(shares));
  return [...shares, last]
    .map((share, index) => {
      const days = parts[index]![1];
      return `${share.toFixed()}% ${days === 0 ? "now" : `Net ${String(days)}`}`;
    })
    .join(", ");
}

const installments: Ways = {
  engine: ({ params, input }) => {
    if (params.text("remainder") !== "last installment") return undefined;
    const terms = { "Payment terms": instalmentText(params), "Start date": input.text("invoice_date") };
    const book = bookOf({ Contracts: [contractRow(terms)], Prices: [fee(input.text("amount"))] });
    const schedule = instalmentsOn(book, input.day("invoice_date"));
    return { figures: { schedule } };
  },
  functions: async ({ params, input }, sheet) => {
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
  },
};

/** A number of days, and from that day on the next one with this number in its month. */
const daysThenDay: Ways = {
  functions: async ({ params, input }, sheet) => {
    const earliest = await dueDate(sheet, input.day("invoice_date"), `Net ${params.text("days")}`);
    const due = await nextDayNumbered(sheet, earliest - 1, params.number("day"));
    return { figures: { due_date: formatDay(due) } };
  },
};

export const terms: WaysByGiven = ({ params, input }) => {
  if (params.has("installments")) return installments;
  if (params.has("steps")) return discountSteps;
  if (params.has("discount_percent")) return input.has("pay_date") ? withDiscount : undefined;
  return params.optionalText("type") === "days_then_next_day_of_month" ? daysThenDay : dueOnly;
};
