import { periodHolding, periodsWithin, type Cycle } from "../../../src/core/calendar/cycle";
import { civilOf, type Day } from "../../../src/core/calendar/day";
import { dayFraction, fractionValue, type DayFraction } from "../../../src/core/calendar/proration";
import { sum } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { periodsBetween, wholePeriods, type Days } from "../cells/periods";
import { roundedAs } from "../cells/rounding";
import { formatted, sumOf, type Sheet } from "../cells/sheet";
import { inclusivePeriod, restOf, semantics } from "../periodOf";
import type { Vector } from "../vector";
import type { Ways, WaysByModel } from "../ways";

/** The decimals in which vectors state a share. */
const SHARE_DECIMALS = 9;

/** Shares of periods, and their sum. */
function sharesOf(fractions: readonly DayFraction[]) {
  const parts = fractions.map(fractionValue);
  const shown = [sum(parts), ...parts].map((part) => round(part, SHARE_DECIMALS, "half_up"));
  return { figures: { amount: shown[0], parts: shown.slice(1) } };
}

/** Shares that service takes of each of the periods, in cells. */
async function sharesInCells(sheet: Sheet, service: Days, periods: readonly Days[], basis?: string) {
  const parts: number[] = [];
  for (const period of periods) parts.push(await sheet.number("PRORATE", 1, ...service, ...period, basis));
  return {
    figures: {
      amount: formatted(sumOf(parts), SHARE_DECIMALS),
      parts: parts.map((part) => formatted(part, SHARE_DECIMALS)),
    },
  };
}

const monthly = (anchorDay: number, start: Day): Cycle => ({ frequency: "monthly", anchorDay, start });

/** Service up to the next billing date, by actual days or months of 30. */
function untilNext(vector: Vector) {
  const { input } = vector;
  const next = input.day(input.has("end") ? "end" : "firstBillingDate");
  const isFixed = semantics(vector, "basis").startsWith("fixed 30-day month");
  const basis = isFixed ? "30/360" : "actual";
  return {
    to: next - 1,
    basis,
    anchorDay: isFixed ? civilOf(next).day : input.number("billingDay"),
  } as const;
}

const isByCalendarMonth = (vector: Vector) => semantics(vector, "basis").startsWith("each calendar month");

/** The share of each billing period that the days of service take. */
const periodFraction: Ways = {
  engine: (vector) => {
    const from = vector.input.day("start");
    if (isByCalendarMonth(vector)) {
      const service = { from, to: vector.input.day("endInclusive") };
      const months = periodsWithin(monthly(1, from), service);
      return sharesOf(
        months.map((month) => {
          const part = { from: Math.max(from, month.from), to: Math.min(service.to, month.to) };
          return dayFraction(part, month, "actual");
        }),
      );
    }
    const { to, basis, anchorDay } = untilNext(vector);
    const full = periodHolding(monthly(anchorDay, from), from);
    return sharesOf([dayFraction({ from, to }, full, basis)]);
  },
  functions: async (vector, sheet) => {
    const start = vector.input.day("start");
    if (isByCalendarMonth(vector)) {
      const end = vector.input.day("endInclusive");
      return sharesInCells(sheet, [start, end], await wholePeriods(sheet, start, end));
    }
    const { to, basis, anchorDay } = untilNext(vector);
    const whole = await wholePeriods(sheet, start, to, anchorDay);
    return sharesInCells(sheet, [start, to], whole, basis);
  },
};

/** A whole month costs its amount; actual days over 30 are the days of a period of 30. */
const contractTotal: Ways = {
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    if (semantics(vector, "basis") !== "actual days over 30") return undefined;
    const [start, end] = [input.day("start"), input.day("endInclusive")];
    const months = await wholePeriods(sheet, start, end);
    const amounts: number[] = [];
    for (const [index, [from, to]] of (await periodsBetween(sheet, start, end)).entries()) {
      const [monthStart, monthEnd] = months[index]!;
      const isWhole = from === monthStart && to === monthEnd;
      const period = [from, isWhole ? to : from + 29];
      amounts.push(await sheet.number("PRORATE", params.number("monthlyAmount"), from, to, ...period));
    }
    return { figures: { amount: await roundedAs(params, sumOf(amounts), sheet) } };
  },
};

/** Days of a whole period, and of the part from a start on. */
const periodDays: Ways = {
  engine: (vector) => {
    const full = inclusivePeriod(vector);
    const { numerator, denominator } = dayFraction(restOf(full, vector.input.day("start")), full, "actual");
    return { figures: { amount: denominator, remainingDays: numerator } };
  },
  functions: async (vector, sheet) => {
    const { from, to } = inclusivePeriod(vector);
    const amount = await sheet.number("DAYS_PAST_DUE", from, to + 1);
    const rest = [vector.input.day("start"), to];
    return { figures: { amount, remainingDays: await sheet.number("PRORATE", amount, ...rest, from, to) } };
  },
};

const minimumCoefficient: Ways = {
  engine: (vector) => {
    const full = inclusivePeriod(vector);
    return sharesOf([dayFraction(restOf(full, vector.input.day("activeFrom")), full, "actual")]);
  },
  functions: (vector, sheet) => {
    const { from, to } = inclusivePeriod(vector);
    return sharesInCells(sheet, [vector.input.day("activeFrom"), to], [[from, to]]);
  },
};

export const periodShareWays: WaysByModel = {
  period_fraction: periodFraction,
  contract_total: contractTotal,
  period_days: periodDays,
  minimum_coefficient: minimumCoefficient,
};
