import { periodHolding, periodsWithin, type Cycle } from "../../../src/core/calendar/cycle";
import { civilOf, type Day } from "../../../src/core/calendar/day";
import type { Period } from "../../../src/core/calendar/period";
import {
  dayFraction,
  fractionValue,
  prorate,
  wholePeriod,
  type DayFraction,
} from "../../../src/core/calendar/proration";
import { sum, type Decimal } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { chargeQuantity } from "../../../src/core/pricing/charge";
import { chargeTerms } from "../../properties/support/terms";
import type { Outcome, Runner } from "../outcome";
import type { Vector } from "../vector";
import { amountOf } from "./charges";

const cents = (amount: Decimal) => round(amount, 2, "half_up");

/** A share as the vectors show it. */
const shareOf = (fraction: DayFraction) => round(fractionValue(fraction), 9, "half_up");

function semantics({ params }: Vector, name: string): string {
  return params.has("semantics") ? (params.fields("semantics").optionalText(name) ?? "") : "";
}

/** The period by days that both count; its end is exclusive unless the vector says otherwise. */
function periodOf(vector: Vector): Period {
  const isInclusive = semantics(vector, "periodEnd").startsWith("INCLUSIVE");
  return { from: vector.input.day("periodStart"), to: vector.input.day("periodEnd") - (isInclusive ? 0 : 1) };
}

/** What is left of the period from a change on, the day of the change included. */
function rest(vector: Vector, change: Day): DayFraction {
  const period = periodOf(vector);
  return dayFraction({ from: change, to: period.to }, period, "actual");
}

/** The rest of the old price is credited; of the new one the same rest is charged, or a whole new period. */
function change(vector: Vector, newFraction: DayFraction): Outcome {
  const credit = cents(
    prorate(vector.params.decimal("oldPrice"), rest(vector, vector.input.day("changeAt"))),
  );
  const charge = cents(prorate(vector.params.decimal("newPrice"), newFraction));
  return { figures: { amount: charge.minus(credit), credit, charge } };
}

const planChangeSeries: Runner = (vector) => {
  const prices = vector.params.decimals("prices");
  const lines = vector.input.days("changesAt").flatMap((day, index) => {
    const fraction = rest(vector, day);
    return [prorate(prices[index]!, fraction).negated(), prorate(prices[index + 1]!, fraction)].map(cents);
  });
  return { figures: { amount: sum(lines), lines } };
};

/** An item added within a period is charged for the rest of it, a one-time item in full. */
const addItem: Runner = (vector) => {
  const { params, input } = vector;
  const terms = chargeTerms({ model: "per_unit", unitPrice: params.text("price") });
  const amount = amountOf(
    chargeQuantity(params.has("quantity") ? params.decimal("quantity") : wholePrice, terms),
  );
  const isOneTime = params.optionalText("itemPeriod") === "one time";
  const fraction = isOneTime ? wholePeriod : rest(vector, input.day("changeAt"));
  return { figures: { amount: cents(prorate(amount, fraction)) } };
};
const wholePrice = fractionValue(wholePeriod);

const monthly = (anchorDay: number, start: Day): Cycle => ({ frequency: "monthly", anchorDay, start });

/** The share of each billing period that the days of service take. */
const periodFraction: Runner = (vector) => {
  const { input } = vector;
  const from = input.day("start");
  const basis = semantics(vector, "basis");
  if (basis.startsWith("each calendar month")) {
    const service = { from, to: input.day("endInclusive") };
    const parts = periodsWithin(monthly(1, from), service).map((month) => {
      const part = { from: Math.max(from, month.from), to: Math.min(service.to, month.to) };
      return dayFraction(part, month, "actual");
    });
    return {
      figures: { amount: round(sum(parts.map(fractionValue)), 9, "half_up"), parts: parts.map(shareOf) },
    };
  }
  const end = input.day(input.has("end") ? "end" : "firstBillingDate");
  const isFixed = basis.startsWith("fixed 30-day month");
  const anchorDay = isFixed ? civilOf(end).day : input.number("billingDay");
  const full = periodHolding(monthly(anchorDay, from), from);
  return {
    figures: { amount: shareOf(dayFraction({ from, to: end - 1 }, full, isFixed ? "30/360" : "actual")) },
  };
};

/** Days of a whole period, and of the part from a start on. */
const periodDays: Runner = ({ input }) => {
  const full = { from: input.day("periodStart"), to: input.day("periodEndInclusive") };
  const { numerator, denominator } = dayFraction({ from: input.day("start"), to: full.to }, full, "actual");
  return { figures: { amount: denominator, remainingDays: numerator } };
};

const minimumCoefficient: Runner = ({ input }) => {
  const full = { from: input.day("periodStart"), to: input.day("periodEndInclusive") };
  return {
    figures: { amount: shareOf(dayFraction({ from: input.day("activeFrom"), to: full.to }, full, "actual")) },
  };
};

export const prorationRunners: Readonly<Record<string, Runner>> = {
  plan_change: (vector) => change(vector, rest(vector, vector.input.day("changeAt"))),
  interval_change: (vector) => change(vector, wholePeriod),
  plan_change_series: planChangeSeries,
  add_item: addItem,
  period_fraction: periodFraction,
  period_days: periodDays,
  minimum_coefficient: minimumCoefficient,
};
