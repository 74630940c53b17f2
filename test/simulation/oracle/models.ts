import type { Price, Tier } from "../year/simulatedYear";
import { Fraction } from "./fraction";

const { zero } = Fraction;
const of = (text: string | undefined) => Fraction.of(text ?? "0");

interface Step {
  readonly above: Fraction;
  readonly upTo: Fraction | undefined;
  readonly unitPrice: Fraction;
  readonly flatFee: Fraction;
}

function stepsOf(tiers: readonly Tier[] = []): Step[] {
  return tiers.map((tier, at) => ({
    above: of(tiers[at - 1]?.upTo),
    upTo: tier.upTo === undefined ? undefined : of(tier.upTo),
    unitPrice: of(tier.unitPrice),
    flatFee: of(tier.flatFee),
  }));
}

/** Upper bounds belong to their tier; the first tier is entered at zero. */
const isEntered = (quantity: Fraction) => (step: Step, at: number) =>
  at === 0 || quantity.isAbove(step.above);

function stepThatHolds(quantity: Fraction, price: Price): Step {
  const step = stepsOf(price.tiers).filter(isEntered(quantity)).at(-1);
  if (step === undefined || (step.upTo && quantity.isAbove(step.upTo)))
    throw new Error(`${price.id}: the last tier of a simulated price is open`);
  return step;
}

function graduated(quantity: Fraction, price: Price): Fraction {
  const entered = stepsOf(price.tiers).filter(isEntered(quantity));
  return Fraction.sum(
    entered.map(({ above, upTo, unitPrice, flatFee }) =>
      (upTo ? quantity.least(upTo) : quantity).minus(above).times(unitPrice).plus(flatFee),
    ),
  );
}

function volume(quantity: Fraction, price: Price): Fraction {
  const { unitPrice, flatFee } = stepThatHolds(quantity, price);
  return quantity.times(unitPrice).plus(flatFee);
}

type ModelRule = (quantity: Fraction, price: Price) => Fraction;

const models: Readonly<Record<Price["model"], ModelRule>> = {
  flat: (_, price) => of(price.flatFee),
  per_unit: (quantity, price) => quantity.times(of(price.unitPrice)),
  graduated,
  volume,
  package: (quantity, price) => quantity.over(of(price.packageSize)).roundedUp().times(of(price.unitPrice)),
  stairstep: (quantity, price) => stepThatHolds(quantity, price).flatFee,
  percentage: (quantity, price) =>
    quantity.times(of(price.unitPrice)).plus(quantity.isZero ? zero : of(price.flatFee)),
  graduated_percentage: graduated,
};

/** The amount of a quantity that is charged, before anything around the model. */
export function modelAmount(charged: Fraction, price: Price): Fraction {
  if (charged.isZero && price.zeroUsage === "No charge") return zero;
  return models[price.model](charged, price);
}

/** After the model: discount, then minimum and maximum, these by the share of their days. */
export function adjusted(amount: Fraction, price: Price, share: Fraction): Fraction {
  const discounted = amount.times(Fraction.of(100).minus(of(price.discount))).over(Fraction.of(100));
  const raised = price.minimum === undefined ? discounted : discounted.most(of(price.minimum).times(share));
  return price.maximum === undefined ? raised : raised.least(of(price.maximum).times(share));
}

/** What is left of a quantity once the included one is taken off. */
export const beyond = (quantity: Fraction, included: Fraction): Fraction =>
  quantity.minus(included).most(zero);
