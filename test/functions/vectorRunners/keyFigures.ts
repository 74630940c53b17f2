import type { Fields } from "../../vectors/vector";
import { column, formatted, numbersOf, someDay, sumOf, type FunctionRunner, type Sheet } from "./sheet";

/** Vectors state key figures with four decimals. */
const fourDecimals = (value: number) => formatted(value, 4);

const figuresOf = (input: Fields, ...names: readonly string[]) => names.map((name) => input.number(name));

const effectiveness: FunctionRunner = async ({ input }, sheet) => {
  const given = figuresOf(input, "opening_ar", "credit_sales", "closing_ar", "closing_current_ar");
  return { figures: { cei: fourDecimals(await sheet.number("CEI", ...given)) } };
};

const outstanding: FunctionRunner = async ({ input }, sheet) => {
  const given = figuresOf(input, "ar", "credit_sales", "days");
  return { figures: { dso: fourDecimals(await sheet.number("DSO", ...given)) } };
};

const average = (sheet: Sheet, values: readonly number[]): Promise<number> =>
  sheet.number("METER_USAGE", column(values), "average");

/** Which receivables count is the user's choice; here their average. */
const outstandingOnAverage: FunctionRunner = async ({ input }, sheet) => {
  const receivables = await average(sheet, figuresOf(input, "opening_ar", "closing_ar"));
  const given = figuresOf(input, "credit_sales", "days");
  return { figures: { dso: fourDecimals(await sheet.number("DSO", receivables, ...given)) } };
};

/** The receivables laid over the sales of each month, newest first, and the days of sales in each month's part. */
const countedBack: FunctionRunner = async ({ input }, sheet) => {
  const months = input.fieldsList("sales_newest_first");
  const sales = months.map((month) => month.number("sales"));
  const parts = await sheet.numbers("APPLY_CASH", input.number("closing_ar"), column(sales));
  // The last row is what no month explains.
  if (parts.pop() !== 0) return { figures: { countback_dso: null }, beyond: ["error"] };
  const days: number[] = [];
  for (const [index, part] of parts.entries())
    days.push(await sheet.number("DSO", part, sales[index], months[index]!.number("days")));
  return { figures: { countback_dso: fourDecimals(sumOf(days)) } };
};

/** Days late of every payment, and of those in a bucket for what is late. */
const averageDaysLate: FunctionRunner = async ({ input }, sheet) => {
  const due = column(numbersOf(input, "days_late").map((days) => someDay - days));
  const days = await sheet.numbers("DAYS_PAST_DUE", due, someDay);
  const buckets = await sheet.texts(
    "AGING_BUCKET",
    due,
    someDay,
    [[365]],
    [["on time", "late", "very late"]],
  );
  const late = await sheet.number("METER_USAGE", column(days), "average", column(buckets), "late");
  return { figures: { simple: await average(sheet, days), late_only: late } };
};

/** Simple interest on receivables for as many days as they are outstanding. */
const carryingCost: FunctionRunner = async ({ input }, sheet) => {
  const [receivables, rate, days] = figuresOf(input, "annual_receivables", "rate", "dso");
  const cost = await sheet.number("LATE_FEE", receivables, someDay, someDay + days!, rate);
  return { figures: { cost: await sheet.number("ROUND_MONEY", cost) } };
};

/** Key figures have no models; what is given tells the cases apart. */
export const keyFiguresRunner: FunctionRunner = async (vector, sheet) => {
  const { input } = vector;
  if (input.has("closing_current_ar")) return effectiveness(vector, sheet);
  if (input.has("sales_newest_first")) return countedBack(vector, sheet);
  if (input.has("days_late")) return averageDaysLate(vector, sheet);
  if (input.has("annual_receivables")) return carryingCost(vector, sheet);
  if (input.has("ar")) return outstanding(vector, sheet);
  return input.has("days") ? outstandingOnAverage(vector, sheet) : undefined;
};
