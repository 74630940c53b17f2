import type { Period } from "../../../src/core/calendar/period";
import { dayFraction, fractionValue, prorate, wholePeriod } from "../../../src/core/calendar/proration";
import { sum, type Decimal } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { chargeQuantity } from "../../../src/core/pricing/charge";
import { chargeTerms } from "../../properties/support/terms";
import { graduatedAmount, shareOf, unitsAt } from "../cells/prices";
import { roundedAs } from "../cells/rounding";
import { column, difference, formatted, numbersOf, sumOf, type Sheet } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow } from "../book";
import { amountOf } from "../engine/charges";
import { periodOf, restOf } from "../periodOf";
import type { Vector } from "../vector";
import type { Ways, WaysByModel } from "../ways";

/** Days of the month in which weights are days. */
const JUNE_DAYS = 30;

const cents = (amount: Decimal) => round(amount, 2, "half_up");

/** A price for part of the period, in cents. */
const partOf = (price: Decimal, part: Period, period: Period) =>
  cents(prorate(price, dayFraction(part, period, "actual")));

/** The same in cells, rounded as the vector says. */
async function partInCells(vector: Vector, sheet: Sheet, price: number, part: Period, period: Period) {
  const amount = await sheet.number("PRORATE", price, part.from, part.to, period.from, period.to);
  return roundedAs(vector.params, amount, sheet);
}

/** The rest of the old price is credited; of the new one the same rest is charged, or a whole new period. */
const change = (newPart: (period: Period, rest: Period) => Period): Ways => ({
  engine: (vector) => {
    const { params, input } = vector;
    const period = periodOf(vector);
    const rest = restOf(period, input.day("changeAt"));
    const credit = partOf(params.decimal("oldPrice"), rest, period);
    const charge = partOf(params.decimal("newPrice"), newPart(period, rest), period);
    return { figures: { amount: charge.minus(credit), credit, charge } };
  },
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const period = periodOf(vector);
    const rest = restOf(period, input.day("changeAt"));
    const priceOf = (which: string) => {
      const quantity = params.has(`${which}Quantity`) ? params.number(`${which}Quantity`) : 1;
      return unitsAt(sheet, quantity, params.number(`${which}Price`));
    };
    const credit = await partInCells(vector, sheet, await priceOf("old"), rest, period);
    const charge = await partInCells(vector, sheet, await priceOf("new"), newPart(period, rest), period);
    return { figures: { amount: difference(charge, credit), credit, charge } };
  },
});

const planChangeSeries: Ways = {
  engine: (vector) => {
    const prices = vector.params.decimals("prices");
    const period = periodOf(vector);
    const lines = vector.input.days("changesAt").flatMap((day, index) => {
      const rest = restOf(period, day);
      return [partOf(prices[index]!, rest, period).negated(), partOf(prices[index + 1]!, rest, period)];
    });
    return { figures: { amount: sum(lines), lines } };
  },
  functions: async (vector, sheet) => {
    const prices = numbersOf(vector.params, "prices");
    const period = periodOf(vector);
    const lines: number[] = [];
    for (const [index, day] of vector.input.days("changesAt").entries())
      for (const price of [-prices[index]!, prices[index + 1]!])
        lines.push(await partInCells(vector, sheet, price, restOf(period, day), period));
    return { figures: { amount: sumOf(lines), lines } };
  },
};

/** A discount shared over fixed fee and seats, before and after; the difference for the rest of the period. */
const seatChange: Ways = {
  engine: ({ params, input }) => {
    if (params.text("discountAllocation") !== "proportional to line amounts") return undefined;
    const seatsLess = (seats: string) => {
      const { lines } = invoiceOf({
        Prices: [
          priceRow({ Product: "Base", "Flat fee": params.number("fixedPrice") }),
          priceRow({
            Product: "Seats",
            "Pricing model": "per_unit",
            "Unit price": params.number("pricePerSeat"),
            Quantity: input.number(seats),
          }),
        ],
        Discounts: [{ "Discount ID": "D1", "Contract ID": "C1", Amount: params.number("fixedDiscount") }],
      });
      return sum(lines.filter(({ product }) => product === "Seats").map(({ amount }) => amount));
    };
    const more = seatsLess("seatsAfter").minus(seatsLess("seatsBefore"));
    return { figures: { amount: cents(more.times(input.decimal("remainingFraction"))) } };
  },
  functions: async ({ params, input }, sheet) => {
    if (params.text("discountAllocation") !== "proportional to line amounts") return undefined;
    const seatsLess = async (seats: string) => {
      const amount = await unitsAt(sheet, input.number(seats), params.number("pricePerSeat"));
      const lines = column([params.number("fixedPrice"), amount]);
      const [, discount] = await sheet.numbers("ALLOCATE", params.number("fixedDiscount"), lines);
      return difference(amount, discount!);
    };
    const more = difference(await seatsLess("seatsAfter"), await seatsLess("seatsBefore"));
    return { figures: { amount: await shareOf(sheet, more, input.number("remainingFraction")) } };
  },
};

const one = fractionValue(wholePeriod);

/** An item added within a period is charged for the rest of it, a one-time item in full. */
const addItem: Ways = {
  engine: (vector) => {
    const { params, input } = vector;
    const terms = chargeTerms({ model: "per_unit", unitPrice: params.text("price") });
    const quantity = params.has("quantity") ? params.decimal("quantity") : one;
    const amount = amountOf(chargeQuantity(quantity, terms));
    if (params.optionalText("itemPeriod") === "one time") return { figures: { amount: cents(amount) } };
    const period = periodOf(vector);
    return { figures: { amount: partOf(amount, restOf(period, input.day("changeAt")), period) } };
  },
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const quantity = params.has("quantity") ? params.number("quantity") : 1;
    const amount = await unitsAt(sheet, quantity, params.number("price"));
    if (params.optionalText("itemPeriod") === "one time") return { figures: { amount } };
    const period = periodOf(vector);
    const rest = restOf(period, input.day("changeAt"));
    return { figures: { amount: await partInCells(vector, sheet, amount, rest, period) } };
  },
};

/** A grant from an instant on: credits that begin within a month are a level of them, which counts by its seconds. */
const creditGrant: Ways = {
  engine: ({ params, input }) => {
    const month = input.text("periodStart").slice(0, 7);
    const { lines } = invoiceOf(
      {
        Contracts: [contractRow({ "Start date": "2025-01-01" })],
        Prices: [priceRow({ Meter: "Credits", "Pricing model": "per_unit", "Unit price": 1 })],
        Meters: [{ Meter: "Credits", Aggregation: "Weighted sum" }],
        Usage: [
          {
            "Contract ID": "C1",
            Meter: "Credits",
            Date: input.text("changeAt").replace("T", " "),
            Quantity: params.number("credits"),
          },
        ],
      },
      month,
    );
    return { figures: { amount: lines[0]!.quantity } };
  },
  functions: async ({ params, input }, sheet) => {
    const days = [input.day("periodStart"), input.day("periodEnd") - 1];
    const at = input.text("changeAt").replace("T", " ");
    const amount = await sheet.number("WEIGHTED_SUM", params.number("credits"), at, ...days);
    return { figures: { amount: formatted(amount, params.fields("rounding").number("scale")) } };
  },
};

/** Units one by one: each at the price of the tier that it enters, for the share that it was held, and the fees. */
const proratedEvents: Ways = {
  engine: ({ params, input }) => {
    const days = input.decimals("weightedUnits").map((weight) => weight.times(JUNE_DAYS));
    if (!input.texts("unitChanges").every((change) => change === "1")) return undefined;
    if (!days.every((count) => count.isInteger())) return undefined;
    const invoice = invoiceOf(
      {
        Contracts: [contractRow({ "Start date": "2026-06-01" })],
        Prices: [priceRow({ "Price ID": "P1", Meter: "Seats", "Pricing model": "graduated" })],
        Tiers: params.fieldsList("tiers").map((tier) => ({
          "Price ID": "P1",
          "Up to": tier.has("upTo") ? tier.number("upTo") : "*",
          "Unit price": tier.number("unitPrice"),
          "Flat fee": tier.number("flatFee"),
        })),
        Meters: [{ Meter: "Seats", Aggregation: "Held" }],
        Usage: days.map((count) => ({
          "Contract ID": "C1",
          Meter: "Seats",
          Date: `2026-06-${String(JUNE_DAYS + 1 - count.toNumber()).padStart(2, "0")}`,
          Quantity: 1,
        })),
      },
      "2026-06",
    );
    return { figures: { amount: invoice.subtotal } };
  },
  functions: async ({ params, input }, sheet) => {
    if (!input.texts("unitChanges").every((unitChange) => unitChange === "1")) return undefined;
    const tiers = params.fieldsList("tiers");
    const rows = tiers.map((tier) => [
      tier.has("upTo") ? tier.number("upTo") : "*",
      tier.number("unitPrice"),
    ]);
    const weights = numbersOf(input, "weightedUnits");
    const before = column(weights.map((_weight, index) => index));
    const prices = await sheet.numbers("MARGINAL_RATE", before, rows);
    const amounts: number[] = [];
    for (const [index, price] of prices.entries()) amounts.push(await unitsAt(sheet, weights[index]!, price));
    const all = await graduatedAmount(sheet, tiers, weights.length);
    const fees = difference(all, await sheet.number("RATE_USAGE", weights.length, rows));
    return { figures: { amount: await roundedAs(params, sumOf([...amounts, fees]), sheet) } };
  },
};

export const prorationWays: WaysByModel = {
  plan_change: change((_period, rest) => rest),
  interval_change: change((period) => period),
  plan_change_series: planChangeSeries,
  seat_change: seatChange,
  add_item: addItem,
  credit_grant: creditGrant,
  graduated_prorated_events: proratedEvents,
};
