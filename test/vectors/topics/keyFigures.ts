import { zero, type Decimal } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { collectionEffectiveness, daysSalesOutstanding } from "../../../src/core/payments/keyFigures";
import type { KeyFigureBase } from "../../../src/core/receivables/reports/keyFigures";
import { ratiosOf } from "../../../src/core/receivables/reports/ratios";
import { column, formatted, numbersOf, sumOf, type Sheet } from "../cells/sheet";
import { someDay, type Fields } from "../vector";
import type { Ways, WaysByGiven } from "../ways";

/** Vectors state key figures with four decimals. */
const fourDecimals = (value: number) => formatted(value, 4);
const fourDigits = (figure: Decimal | undefined) => figure && round(figure, 4, "half_up");

const numbersIn = (input: Fields, ...names: readonly string[]) => names.map((name) => input.number(name));
const decimalsIn = (input: Fields, ...names: readonly string[]) => names.map((name) => input.decimal(name));

const effectiveness: Ways = {
  engine: ({ input }) => {
    const names = ["opening_ar", "credit_sales", "closing_ar", "closing_current_ar"];
    const [opening, sales, closing, current] = decimalsIn(input, ...names);
    return { figures: { cei: fourDigits(collectionEffectiveness(opening!, sales!, closing!, current!)) } };
  },
  functions: async ({ input }, sheet) => {
    const given = numbersIn(input, "opening_ar", "credit_sales", "closing_ar", "closing_current_ar");
    return { figures: { cei: fourDecimals(await sheet.number("CEI", ...given)) } };
  },
};

const outstanding: Ways = {
  engine: ({ input }) => {
    const [receivables, sales, days] = decimalsIn(input, "ar", "credit_sales", "days");
    return { figures: { dso: fourDigits(daysSalesOutstanding(receivables!, sales!, days!)) } };
  },
  functions: async ({ input }, sheet) => {
    const given = numbersIn(input, "ar", "credit_sales", "days");
    return { figures: { dso: fourDecimals(await sheet.number("DSO", ...given)) } };
  },
};

const average = (sheet: Sheet, values: readonly number[]): Promise<number> =>
  sheet.number("METER_USAGE", column(values), "average");

/** Which receivables count is the user's choice; here their average. */
const outstandingOnAverage: Ways = {
  engine: ({ input }) => {
    const names = ["opening_ar", "closing_ar", "credit_sales", "days"];
    const [opening, closing, sales, days] = decimalsIn(input, ...names);
    const receivables = opening!.plus(closing!).dividedBy(2);
    return { figures: { dso: fourDigits(daysSalesOutstanding(receivables, sales!, days!)) } };
  },
  functions: async ({ input }, sheet) => {
    const receivables = await average(sheet, numbersIn(input, "opening_ar", "closing_ar"));
    const given = numbersIn(input, "credit_sales", "days");
    return { figures: { dso: fourDecimals(await sheet.number("DSO", receivables, ...given)) } };
  },
};

/** A month of which nothing is known but what a vector says. */
const nothing = { part: zero, whole: zero };
const monthOf = (figures: Partial<KeyFigureBase>): KeyFigureBase => ({
  month: { from: someDay, to: someDay },
  currency: "EUR",
  days: 30,
  opening: zero,
  sales: zero,
  collected: zero,
  closing: zero,
  current: zero,
  pastDue: zero,
  weighted: nothing,
  unapplied: nothing,
  disputed: nothing,
  firstPass: nothing,
  autoMatch: nothing,
  ...figures,
});

/** Sales over the mean of opening and closing; the days of a year that a turn takes are no key figure. */
const turnover: Ways = {
  engine: ({ input }) => {
    const [opening, closing, sales] = decimalsIn(input, "opening_ar", "closing_ar", "credit_sales");
    const month = monthOf({ opening: opening!, closing: closing!, sales: sales! });
    return { figures: { turnover: ratiosOf(month, [month]).turnover }, beyond: ["days"] };
  },
};

/** The receivables laid over the sales of each month, newest first, and the days of sales in each month's part. */
const countedBack: Ways = {
  engine: ({ input }) => {
    const closing = input.decimal("closing_ar");
    const months = input
      .fieldsList("sales_newest_first")
      .map((month) => monthOf({ closing, sales: month.decimal("sales"), days: month.number("days") }))
      .reverse();
    const { countBackDso } = ratiosOf(months.at(-1)!, months);
    return { figures: { countback_dso: countBackDso ?? null }, beyond: ["error"] };
  },
  functions: async ({ input }, sheet) => {
    const months = input.fieldsList("sales_newest_first");
    const sales = months.map((month) => month.number("sales"));
    const parts = await sheet.numbers("APPLY_CASH", input.number("closing_ar"), column(sales));
    // The last row is what no month explains.
    if (parts.pop() !== 0) return { figures: { countback_dso: null }, beyond: ["error"] };
    const days: number[] = [];
    for (const [index, part] of parts.entries())
      days.push(await sheet.number("DSO", part, sales[index], months[index]!.number("days")));
    return { figures: { countback_dso: fourDecimals(sumOf(days)) } };
  },
};

/** Days late of every payment, and of those in a bucket for what is late. */
const averageDaysLate: Ways = {
  functions: async ({ input }, sheet) => {
    const due = column(numbersOf(input, "days_late").map((days) => someDay - days));
    const days = await sheet.numbers("DAYS_PAST_DUE", due, someDay);
    const labels = [["on time", "late", "very late"]];
    const buckets = await sheet.texts("AGING_BUCKET", due, someDay, [[365]], labels);
    const late = await sheet.number("METER_USAGE", column(days), "average", column(buckets), "late");
    return { figures: { simple: await average(sheet, days), late_only: late } };
  },
};

/** Simple interest on receivables for as many days as they are outstanding. */
const carryingCost: Ways = {
  functions: async ({ input }, sheet) => {
    const [receivables, rate, days] = numbersIn(input, "annual_receivables", "rate", "dso");
    const cost = await sheet.number("LATE_FEE", receivables, someDay, someDay + days!, rate);
    return { figures: { cost: await sheet.number("ROUND_MONEY", cost) } };
  },
};

export const keyFigures: WaysByGiven = ({ input }) => {
  if (input.has("closing_current_ar")) return effectiveness;
  if (input.has("sales_newest_first")) return countedBack;
  if (input.has("days_late")) return averageDaysLate;
  if (input.has("annual_receivables")) return carryingCost;
  if (input.has("ar")) return outstanding;
  if (!input.has("opening_ar")) return undefined;
  return input.has("days") ? outstandingOnAverage : turnover;
};
