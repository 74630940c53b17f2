import { formatDay } from "../../../src/core/calendar/day";
import { pastDue } from "./aging";
import { shareOf } from "./rating";
import { column, fractionOf, numbersOf, someDay, type FunctionRunner } from "./sheet";

/** Interest at a rate for so many days: the rate of a period, and its days as the basis. */
const interest: FunctionRunner = async ({ params, input }, sheet) => {
  const asOf = someDay + input.number("days_overdue");
  const given = [input.number("overdue"), someDay, asOf, fractionOf(params, "rate_percent")];
  const fee = await sheet.number("LATE_FEE", ...given, 0, params.number("interest_period_days"));
  return { figures: { charge: await sheet.number("ROUND_MONEY", fee) } };
};

/** A percentage of the balance as a fixed fee, which falls due once the balance is late. */
const percentageOfBalance: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.text("method") !== "balance due") return undefined;
  const balance = input.number("overdue");
  const fixedFee = await shareOf(sheet, balance, fractionOf(params, "rate_percent"));
  const asOf = someDay + input.number("days_overdue");
  const fee = await sheet.number("LATE_FEE", balance, someDay, asOf, 0, 0, 365, fixedFee);
  return { figures: { charge: await sheet.number("ROUND_MONEY", fee) } };
};

const dueInstallments: FunctionRunner = async ({ params, input }, sheet) => {
  const parts = params.list("installments") as readonly (readonly [amount: string, days: number])[];
  const items = parts.map(([amount, days]) => ({ due: someDay + days, balance: Number(amount) }));
  const { count, amount } = await pastDue(sheet, items, someDay + input.number("days_since_invoice"));
  return { figures: { overdue_installments: count, dunned: amount } };
};

/** Levels by days late are labels of bands; the first level holds what is not late as well. */
const levels: FunctionRunner = async ({ params, input }, sheet) => {
  const ranges = params.list("ranges") as readonly (readonly [
    from: number,
    to: number | null,
    level: string,
  ])[];
  const limits = ranges.flatMap(([, to]) => (to === null ? [] : [to]));
  const names = ranges.map(([, , level]) => level);
  const due = column(numbersOf(input, "days_overdue").map((days) => someDay - days));
  const labels = [[names[0]!, ...names]];
  return { figures: { levels: await sheet.texts("AGING_BUCKET", due, someDay, [limits], labels) } };
};

const netOfCredit: FunctionRunner = async ({ params, input }, sheet) => {
  const items = ["overdue", "unapplied_credit"].map((name) => ({
    due: someDay,
    balance: input.number(name),
  }));
  const { total } = await pastDue(sheet, items, someDay);
  return { figures: { net: total, dun: total >= params.number("minimum") } };
};

const levelDays = [/^due date \+ (\d+) days$/, /^end of month of \(due date \+ (\d+) days\)/] as const;

/** The days on which levels begin are due dates under terms of their own. */
const levelDates: FunctionRunner = async ({ params, input }, sheet) => {
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
};

/** Reminders have no models; what is given tells the cases apart. */
export const remindersRunner: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  if (params.has("interest_period_days")) return interest(vector, sheet);
  if (params.has("method")) return percentageOfBalance(vector, sheet);
  if (input.has("days_since_invoice")) return dueInstallments(vector, sheet);
  if (params.has("ranges")) return levels(vector, sheet);
  if (params.has("level_2")) return levelDates(vector, sheet);
  return input.has("unapplied_credit") ? netOfCredit(vector, sheet) : undefined;
};
