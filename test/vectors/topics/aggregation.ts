import type { Day } from "../../../src/core/calendar/day";
import { sum } from "../../../src/core/money/decimal";
import { lastDays } from "../cells/periods";
import { roundedAs, roundingOf } from "../cells/rounding";
import { column, formatted, numbersOf, sumOf } from "../cells/sheet";
import { invoiceOf, priceRow } from "../book";
import { someDay, type Fields } from "../vector";
import type { Ways, WaysByModel } from "../ways";

/** Readings in the order of their days. */
const aggregated = (aggregation: string): Ways => ({
  engine: ({ params, input }) => {
    if (!params.hasOnly()) return undefined;
    const { lines } = invoiceOf({
      Prices: [priceRow({ Product: "Reading", "Pricing model": "per_unit", "Unit price": 1 })],
      Meters: [{ Meter: "Reading", Aggregation: aggregation }],
      Usage: input.texts("values").map((value, index) => ({
        "Contract ID": "C1",
        Meter: "Reading",
        Date: `2026-01-${String(index + 1).padStart(2, "0")}`,
        Quantity: Number(value),
      })),
    });
    return { figures: { amount: sum(lines.map(({ quantity }) => quantity)) } };
  },
  functions: async ({ params, input }, sheet) => {
    if (!params.hasOnly() || !input.hasOnly("values")) return undefined;
    const values = numbersOf(input, "values");
    const dates = column(values.map((_value, index) => someDay + index));
    const all = [undefined, undefined, undefined, undefined];
    return {
      figures: { amount: await sheet.number("METER_USAGE", column(values), aggregation, ...all, dates) },
    };
  },
});

const midnight = /T00:00:00$/;
const isDay = (fields: Fields, name: string) => midnight.test(fields.text(name));

/** Each change counts for the share of the period that it lasts; PRORATE knows days, so each must begin with one. */
const weightedSum: Ways = {
  functions: async ({ params, input }, sheet) => {
    const changes = input.fieldsList("changes");
    const isByDays = isDay(params, "periodStart") && changes.every((change) => isDay(change, "at"));
    const rounding = params.fields("rounding");
    if (!isByDays || rounding.text("mode") !== "half_up") return undefined;
    const [start, end] = [params.day("periodStart"), params.day("periodEndExclusive") - 1];
    const lasting = (amount: number, from: Day) => sheet.number("PRORATE", amount, from, end, start, end);
    const parts = [await lasting(params.number("initialValue"), start)];
    for (const change of changes) parts.push(await lasting(change.number("delta"), change.day("at")));
    return { figures: { amount: formatted(sumOf(parts), rounding.number("scale")) } };
  },
};

/** What is carried in counts in full, additions for the days that remain. */
const proratedSum: Ways = {
  functions: async ({ params, input }, sheet) => {
    const parts = numbersOf(params, "carryIn");
    for (const addition of input.fieldsList("additions")) {
      const days = lastDays(addition.number("daysRemaining"), params.number("periodDays"));
      parts.push(await sheet.number("PRORATE", addition.number("quantity"), ...days));
    }
    return { figures: { amount: await roundedAs(params, sumOf(parts), sheet) } };
  },
};

/** Each item counts for its days. */
const proratedUniqueCount: Ways = {
  functions: async ({ params, input }, sheet) => {
    if (!roundingOf(params)) return undefined;
    const parts: number[] = [];
    for (const days of input.list("activeDaysPerItem").flat())
      parts.push(await sheet.number("PRORATE", 1, ...lastDays(Number(days), params.number("periodDays"))));
    return { figures: { amount: await roundedAs(params, sumOf(parts), sheet) } };
  },
};

export const aggregationWays: WaysByModel = {
  sum: aggregated("sum"),
  max: aggregated("max"),
  latest: aggregated("latest"),
  weighted_sum: weightedSum,
  prorated_sum: proratedSum,
  prorated_unique_count: proratedUniqueCount,
};
