import { formatDay } from "../../../src/core/calendar/day";
import { Decimal, sum, zero } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { agingBands, agingBucket, summarizeAging } from "../../../src/core/payments/aging";
import { lateFee } from "../../../src/core/payments/lateFee";
import { remind } from "../../../src/core/receivables/reminders/remind";
import { pastDue } from "../cells/aging";
import { shareOf } from "../cells/prices";
import { column, fractionOf, numbersOf } from "../cells/sheet";
import { someDay, type Fields } from "../vector";
import type { Row } from "../book";
import { invoiceRow, ledgerOf } from "../engine/receivables";
import type { Ways, WaysByGiven, WaysByModel } from "../ways";
import { bands } from "./aging";

/** Interest at a rate for so many days: the rate of a period, and its days as the basis. */
const interest: Ways = {
  engine: ({ params, input }) => {
    const charge = lateFee({
      balance: input.decimal("overdue"),
      dueDate: someDay,
      asOf: someDay + input.number("days_overdue"),
      annualRate: params.decimal("rate_percent").dividedBy(100),
      graceDays: 0,
      dayBasis: params.decimal("interest_period_days"),
      fixedFee: zero,
    });
    return { figures: { charge: round(charge, 2, "half_up") } };
  },
  functions: async ({ params, input }, sheet) => {
    const asOf = someDay + input.number("days_overdue");
    const given = [input.number("overdue"), someDay, asOf, fractionOf(params, "rate_percent")];
    const fee = await sheet.number("LATE_FEE", ...given, 0, params.number("interest_period_days"));
    return { figures: { charge: await sheet.number("ROUND_MONEY", fee) } };
  },
};

/** A percentage of the balance as a fixed fee, which falls due once the balance is late. */
const percentageOfBalance: Ways = {
  functions: async ({ params, input }, sheet) => {
    if (params.text("method") !== "balance due") return undefined;
    const balance = input.number("overdue");
    const fixedFee = await shareOf(sheet, balance, fractionOf(params, "rate_percent"));
    const asOf = someDay + input.number("days_overdue");
    const fee = await sheet.number("LATE_FEE", balance, someDay, asOf, 0, 0, 365, fixedFee);
    return { figures: { charge: await sheet.number("ROUND_MONEY", fee) } };
  },
};

const installmentsIn = (params: Fields) =>
  params.list("installments") as readonly (readonly [amount: string, days: number])[];

const dueInstallments: Ways = {
  engine: ({ params, input }) => {
    const items = installmentsIn(params).map(([amount, days]) => ({
      due: someDay + days,
      balance: new Decimal(amount),
    }));
    const summary = summarizeAging(items, someDay + input.number("days_since_invoice"), bands);
    if (!summary.ok) throw new Error("every installment has a due date");
    const late = summary.rows.slice(1);
    return {
      figures: {
        overdue_installments: late.reduce((count, row) => count + row.count, 0),
        dunned: sum(late.map(({ amount }) => amount)),
      },
    };
  },
  functions: async ({ params, input }, sheet) => {
    const items = installmentsIn(params).map(([amount, days]) => ({
      due: someDay + days,
      balance: Number(amount),
    }));
    const late = await pastDue(sheet, items, someDay + input.number("days_since_invoice"));
    return { figures: { overdue_installments: late.count, dunned: late.amount } };
  },
};

/** Levels by days late are labels of bands; the first level holds what is not late as well. */
function levelBands(params: Fields) {
  const ranges = params.list("ranges") as readonly (readonly [
    from: number,
    to: number | null,
    level: string,
  ])[];
  const names = ranges.map(([, , level]) => level);
  return {
    limits: ranges.flatMap(([, to]) => (to === null ? [] : [to])),
    labels: [names[0]!, ...names],
  };
}

const levels: Ways = {
  engine: ({ params, input }) => {
    const { limits, labels } = levelBands(params);
    const days = input.texts("days_overdue").map(Number);
    return { figures: { levels: days.map((day) => agingBucket(day, agingBands(limits, labels))) } };
  },
  functions: async ({ params, input }, sheet) => {
    const { limits, labels } = levelBands(params);
    const due = column(numbersOf(input, "days_overdue").map((days) => someDay - days));
    return { figures: { levels: await sheet.texts("AGING_BUCKET", due, someDay, [limits], [labels]) } };
  },
};

const balanceNames = ["overdue", "unapplied_credit"];

const netOfCredit: Ways = {
  engine: ({ input }) => {
    const items = balanceNames.map((name) => ({ due: someDay, balance: input.decimal(name) }));
    const summary = summarizeAging(items, someDay, bands);
    if (!summary.ok) throw new Error("both have a due date");
    // Whether a reminder goes out for it is decided elsewhere.
    return { figures: { net: summary.total.amount }, beyond: ["dun"] };
  },
  functions: async ({ params, input }, sheet) => {
    const items = balanceNames.map((name) => ({ due: someDay, balance: input.number(name) }));
    const { total } = await pastDue(sheet, items, someDay);
    return { figures: { net: total, dun: total >= params.number("minimum") } };
  },
};

/** The reminders of a month after the due date of invoices, under one level. */
function remindersOf(amounts: readonly Decimal[], level: Row) {
  const tables = {
    Invoices: amounts.map((amount, index) =>
      invoiceRow(`A-${String(index)}`, amount, someDay, { "Due date": formatDay(someDay) }),
    ),
    "Reminder levels": [{ Level: 1, Days: 1, ...level }],
  };
  return remind(ledgerOf(tables, someDay + 30), []).reminders;
}

/** Below the Minimum of a level nothing is sent. */
const threshold: Ways = {
  engine: ({ params, input }) => {
    const sent = remindersOf(input.decimals("overdueInvoices"), { Minimum: params.number("threshold") });
    const amount = sum(sent.flatMap(({ row }) => row.overdue ?? []));
    return { figures: { amount, start: sent.length > 0 } };
  },
};

/** A number of invoices is a condition where it is one: a reminder goes out for whatever is overdue. */
const overdueCondition: Ways = {
  engine: ({ params, input }) => {
    const isCount = params.text("measure") === "unpaid_invoice_count";
    if (isCount && params.number("atLeast") !== 1) return undefined;
    const amounts = isCount
      ? Array.from({ length: input.number("value") }, () => new Decimal(1))
      : [input.decimal("value")].filter((amount) => !amount.isZero());
    const sent = remindersOf(amounts, isCount ? {} : { Minimum: params.number("atLeast") });
    return { figures: { matches: sent.length > 0 } };
  },
};

export const dunningWays: WaysByModel = {
  dunning_threshold: threshold,
  overdue_condition: overdueCondition,
};

const levelDays = [/^due date \+ (\d+) days$/, /^end of month of \(due date \+ (\d+) days\)/] as const;

/** The days on which levels begin are due dates under terms of their own. */
const levelDates: Ways = {
  functions: async ({ params, input }, sheet) => {
    const [first, second] = levelDays.map((form, index) =>
      form.exec(params.text(`level_${String(index + 1)}`))?.at(1),
    );
    if (first === undefined || second === undefined) return undefined;
    const [due, today] = [input.day("due_date"), input.day("today")];
    const one = await sheet.number("DUE_DATE", due, `Net ${first}`);
    const two = await sheet.number("DUE_DATE", due, `${second} days then EOM`);
    return {
      figures: {
        level_1_reached: today >= one,
        level_2_date_reached: today >= two,
        level_2_date: formatDay(two),
      },
    };
  },
};

export const reminders: WaysByGiven = ({ params, input }) => {
  if (params.has("interest_period_days")) return interest;
  if (params.has("method")) return percentageOfBalance;
  if (input.has("days_since_invoice")) return dueInstallments;
  if (params.has("ranges")) return levels;
  if (params.has("level_2")) return levelDates;
  return input.has("unapplied_credit") ? netOfCredit : undefined;
};
