import { sum, type Decimal } from "../../../src/core/money/decimal";
import { roundedAs } from "../cells/rounding";
import { column, formatted, numbersOf } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow, type Row } from "../book";
import { rounded } from "../engine/charges";
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

/** A quantity of a meter as the one line of a month's invoice shows it. */
function measured(month: string, meter: Row, usage: readonly Row[], price: Row = {}): Decimal {
  const { lines } = invoiceOf(
    {
      Contracts: [contractRow({ "Start date": "2020-01-01" })],
      Prices: [
        priceRow({ Product: "Reading", "Pricing model": "per_unit", "Unit price": 1, ...price }),
        // Nothing metered alone makes no invoice.
        priceRow({ Product: "Fee", "Flat fee": 1 }),
      ],
      Meters: [{ Meter: "Reading", ...meter }],
      Usage: usage.map((row) => ({ "Contract ID": "C1", Meter: "Reading", ...row })),
    },
    month,
  );
  return sum(lines.filter(({ product }) => product === "Reading").map(({ quantity }) => quantity));
}

/** The first moment of a month of so many days, and the last days of it. */
const monthOf: Readonly<Record<number, string>> = { 28: "2026-02", 30: "2026-06", 31: "2026-08" };
const dayOfMonth = (month: string, day: number) => `${month}-${String(day).padStart(2, "0")}`;

/** A converted quantity is rounded up to a multiple of its last decimal. */
const roundedUp = (params: Fields): Row => ({
  "Quantity step": 10 ** -params.fields("rounding").number("scale"),
  "Quantity rounding": "Up",
});

/** Each change counts for the seconds of the period that it lasts; what is carried in is a change before it. */
const weightedSum: Ways = {
  engine: ({ params, input }) => {
    if (params.fields("rounding").text("mode") !== "half_up") return undefined;
    const month = params.text("periodStart").slice(0, 7);
    const changes = input.fieldsList("changes").map((change) => ({
      Date: change.text("at").replace("T", " "),
      Quantity: change.number("delta"),
    }));
    const carried = { Date: "2020-01-01", Quantity: params.number("initialValue") };
    const amount = measured(month, { Aggregation: "Weighted sum" }, [carried, ...changes]);
    return { figures: { amount: rounded(amount, params) } };
  },
  functions: async ({ params, input }, sheet) => {
    const rounding = params.fields("rounding");
    if (rounding.text("mode") !== "half_up") return undefined;
    const changes = input.fieldsList("changes");
    const [start, end] = [params.day("periodStart"), params.day("periodEndExclusive") - 1];
    const levels = column([
      params.number("initialValue"),
      ...changes.map((change) => change.number("delta")),
    ]);
    const dates = column([start - 1, ...changes.map((change) => change.text("at").replace("T", " "))]);
    const amount = await sheet.number("WEIGHTED_SUM", levels, dates, start, end);
    return { figures: { amount: formatted(amount, rounding.number("scale")) } };
  },
};

/** What is carried in counts in full, additions for the days that remain. */
const proratedSum: Ways = {
  engine: ({ params, input }) => {
    const days = params.number("periodDays");
    const month = monthOf[days];
    if (month === undefined || params.fields("rounding").text("mode") !== "ceil") return undefined;
    const carried = numbersOf(params, "carryIn").map((Quantity) => ({ Date: "2020-01-01", Quantity }));
    const added = input.fieldsList("additions").map((addition) => ({
      Date: dayOfMonth(month, days - addition.number("daysRemaining") + 1),
      Quantity: addition.number("quantity"),
    }));
    const meter = { Aggregation: "Held" };
    return { figures: { amount: measured(month, meter, [...carried, ...added], roundedUp(params)) } };
  },
  functions: async ({ params, input }, sheet) => {
    const days = params.number("periodDays");
    const additions = input.fieldsList("additions");
    const carried = numbersOf(params, "carryIn");
    const quantities = column([...carried, ...additions.map((addition) => addition.number("quantity"))]);
    const dates = column([
      ...carried.map(() => someDay - 1),
      ...additions.map((addition) => someDay + days - addition.number("daysRemaining")),
    ]);
    const amount = await sheet.number("HELD_QUANTITY", quantities, dates, someDay, someDay + days - 1);
    return { figures: { amount: await roundedAs(params, amount, sheet) } };
  },
};

/** Each item counts for its days. */
const proratedUniqueCount: Ways = {
  engine: ({ params, input }) => {
    const days = params.number("periodDays");
    const month = monthOf[days];
    if (month === undefined || params.fields("rounding").text("mode") !== "up") return undefined;
    const usage = input.list("activeDaysPerItem").map((active, index) => ({
      Date: dayOfMonth(month, days - Number((active as readonly string[])[0]) + 1),
      Quantity: 1,
      Item: `I${String(index)}`,
      State: "Active",
    }));
    const meter = { Aggregation: "Held", "Key column": "Item" };
    return { figures: { amount: measured(month, meter, usage, roundedUp(params)) } };
  },
  functions: async ({ params, input }, sheet) => {
    const days = params.number("periodDays");
    const dates = input.list("activeDaysPerItem").map((active) => someDay + days - Number(active));
    const keys = dates.map((_date, index) => `I${String(index)}`);
    const ranges = [column(dates.map(() => 1)), column(dates), someDay, someDay + days - 1, column(keys)];
    const amount = await sheet.number("HELD_QUANTITY", ...ranges);
    const rounding = params.fields("rounding");
    const unit = Number(`1e-${rounding.text("scale")}`);
    return {
      figures: { amount: await sheet.number("ROUND_MONEY", amount, "USD", rounding.text("mode"), unit) },
    };
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
