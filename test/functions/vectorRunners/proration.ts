import { civilOf, type Day } from "../../../src/core/calendar/day";
import type { Outcome } from "../../vectors/outcome";
import type { Vector } from "../../vectors/vector";
import { periodsBetween, wholePeriods, type Days } from "./periods";
import { graduatedAmount, shareOf, unitsAt } from "./rating";
import { roundedAs } from "./rounding";
import {
  column,
  difference,
  formatted,
  numbersOf,
  someDay,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

/** Service and period of PRORATE. */
type ServiceDays = readonly [serviceStart: Day, serviceEnd: Day, periodStart: Day, periodEnd: Day];

/** The last days of a period of so many, where a vector counts days and names none. */
export function lastDays(days: number, periodDays: number): ServiceDays {
  const end = someDay + periodDays - 1;
  return [end - days + 1, end, someDay, end];
}

/** The decimals in which vectors state a share. */
const SHARE_DECIMALS = 9;

function semantics({ params }: Vector, name: string): string {
  return params.has("semantics") ? (params.fields("semantics").optionalText(name) ?? "") : "";
}

/** The period by days that both count; its end is exclusive unless the vector says otherwise. */
function periodOf(vector: Vector): Days {
  const isInclusive = semantics(vector, "periodEnd").startsWith("INCLUSIVE");
  return [vector.input.day("periodStart"), vector.input.day("periodEnd") - (isInclusive ? 0 : 1)];
}

/** What is left of the period from a change on, the day of the change included. */
function restFrom(vector: Vector, day: Day): ServiceDays {
  const [start, end] = periodOf(vector);
  return [day, end, start, end];
}

/** A price for so many days of the period, rounded as the vector says. */
async function line(vector: Vector, sheet: Sheet, price: number, days: ServiceDays): Promise<number> {
  return roundedAs(vector.params, await sheet.number("PRORATE", price, ...days), sheet);
}

/** The rest of the old price is credited; of the new one the same rest is charged, or a whole new period. */
async function change(vector: Vector, sheet: Sheet, newDays: ServiceDays): Promise<Outcome> {
  const { params, input } = vector;
  const priceOf = (which: string) => {
    const quantity = params.has(`${which}Quantity`) ? params.number(`${which}Quantity`) : 1;
    return unitsAt(sheet, quantity, params.number(`${which}Price`));
  };
  const credit = await line(vector, sheet, await priceOf("old"), restFrom(vector, input.day("changeAt")));
  const charge = await line(vector, sheet, await priceOf("new"), newDays);
  return { figures: { amount: difference(charge, credit), credit, charge } };
}

const planChange: FunctionRunner = (vector, sheet) =>
  change(vector, sheet, restFrom(vector, vector.input.day("changeAt")));

const intervalChange: FunctionRunner = (vector, sheet) => {
  const [start, end] = periodOf(vector);
  return change(vector, sheet, [start, end, start, end]);
};

const planChangeSeries: FunctionRunner = async (vector, sheet) => {
  const prices = numbersOf(vector.params, "prices");
  const lines: number[] = [];
  for (const [index, day] of vector.input.days("changesAt").entries())
    for (const price of [-prices[index]!, prices[index + 1]!])
      lines.push(await line(vector, sheet, price, restFrom(vector, day)));
  return { figures: { amount: sumOf(lines), lines } };
};

/** A discount shared over fixed fee and seats, before and after; the difference for the rest of the period. */
const seatChange: FunctionRunner = async ({ params, input }, sheet) => {
  if (params.text("discountAllocation") !== "proportional to line amounts") return undefined;
  const seatsLess = async (seats: string) => {
    const amount = await unitsAt(sheet, input.number(seats), params.number("pricePerSeat"));
    const lines = column([params.number("fixedPrice"), amount]);
    const [, discount] = await sheet.numbers("ALLOCATE", params.number("fixedDiscount"), lines);
    return difference(amount, discount!);
  };
  const more = difference(await seatsLess("seatsAfter"), await seatsLess("seatsBefore"));
  return { figures: { amount: await shareOf(sheet, more, input.number("remainingFraction")) } };
};

/** An item added within a period is charged for the rest of it, a one-time item in full. */
const addItem: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  const quantity = params.has("quantity") ? params.number("quantity") : 1;
  const amount = await unitsAt(sheet, quantity, params.number("price"));
  if (params.optionalText("itemPeriod") === "one time") return { figures: { amount } };
  return { figures: { amount: await line(vector, sheet, amount, restFrom(vector, input.day("changeAt"))) } };
};

/** Shares that service takes of each of the periods. */
async function shares(sheet: Sheet, service: Days, periods: readonly Days[], basis?: string) {
  const parts: number[] = [];
  for (const period of periods) parts.push(await sheet.number("PRORATE", 1, ...service, ...period, basis));
  return {
    figures: {
      amount: formatted(sumOf(parts), SHARE_DECIMALS),
      parts: parts.map((part) => formatted(part, SHARE_DECIMALS)),
    },
  };
}

/** The share of each billing period that the days of service take. */
const periodFraction: FunctionRunner = async (vector, sheet) => {
  const { input } = vector;
  const start = input.day("start");
  const basis = semantics(vector, "basis");
  if (basis.startsWith("each calendar month")) {
    const end = input.day("endInclusive");
    return shares(sheet, [start, end], await wholePeriods(sheet, start, end));
  }
  const next = input.day(input.has("end") ? "end" : "firstBillingDate");
  const isFixed = basis.startsWith("fixed 30-day month");
  const anchorDay = isFixed ? civilOf(next).day : input.number("billingDay");
  const whole = await wholePeriods(sheet, start, next - 1, anchorDay);
  return shares(sheet, [start, next - 1], whole, isFixed ? "30/360" : "actual");
};

/** A whole month costs its amount; actual days over 30 are the days of a period of 30. */
const contractTotal: FunctionRunner = async (vector, sheet) => {
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
};

/** A grant from an instant on, of which PRORATE reads the day. */
const creditGrant: FunctionRunner = async ({ params, input }, sheet) => {
  const [start, end] = [input.day("periodStart"), input.day("periodEnd") - 1];
  const service = [input.text("changeAt"), end];
  const amount = await sheet.number("PRORATE", params.number("credits"), ...service, start, end);
  return { figures: { amount: formatted(amount, params.fields("rounding").number("scale")) } };
};

/** Days of a whole period, and of the part from a start on. */
const periodDays: FunctionRunner = async ({ input }, sheet) => {
  const [start, end] = [input.day("periodStart"), input.day("periodEndInclusive")];
  const amount = await sheet.number("DAYS_PAST_DUE", start, end + 1);
  const remainingDays = await sheet.number("PRORATE", amount, input.day("start"), end, start, end);
  return { figures: { amount, remainingDays } };
};

const minimumCoefficient: FunctionRunner = ({ input }, sheet) => {
  const [start, end] = [input.day("periodStart"), input.day("periodEndInclusive")];
  return shares(sheet, [input.day("activeFrom"), end], [[start, end]]);
};

/** Units one by one: each at the price of the tier that it enters, for the share that it was held, and the fees. */
const proratedEvents: FunctionRunner = async ({ params, input }, sheet) => {
  if (!input.texts("unitChanges").every((change) => change === "1")) return undefined;
  const tiers = params.fieldsList("tiers");
  const rows = tiers.map((tier) => [tier.has("upTo") ? tier.number("upTo") : "*", tier.number("unitPrice")]);
  const weights = numbersOf(input, "weightedUnits");
  const before = column(weights.map((_weight, index) => index));
  const prices = await sheet.numbers("MARGINAL_RATE", before, rows);
  const amounts: number[] = [];
  for (const [index, price] of prices.entries()) amounts.push(await unitsAt(sheet, weights[index]!, price));
  const all = await graduatedAmount(sheet, tiers, weights.length);
  const fees = difference(all, await sheet.number("RATE_USAGE", weights.length, rows));
  return { figures: { amount: await roundedAs(params, sumOf([...amounts, fees]), sheet) } };
};

export const prorationRunners: FunctionRunners = {
  plan_change: planChange,
  interval_change: intervalChange,
  plan_change_series: planChangeSeries,
  seat_change: seatChange,
  add_item: addItem,
  period_fraction: periodFraction,
  contract_total: contractTotal,
  credit_grant: creditGrant,
  period_days: periodDays,
  minimum_coefficient: minimumCoefficient,
  graduated_prorated_events: proratedEvents,
};
