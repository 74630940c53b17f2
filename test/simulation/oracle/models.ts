import type { Price, Tier } from "../year/simulatedYear";
import { Fraction } from "./fraction";

const { zero } = Fraction;
const of = (text: string | undefined) => Fraction.of(text ?? "0");

/** A tier between the bound of the one before and its own. */
export interface Step {
  readonly above: Fraction;
  readonly upTo: Fraction | undefined;
  readonly unitPrice: Fraction;
  readonly flatFee: Fraction;
  readonly blockSize: Fraction | undefined;
  readonly maximum: Fraction | undefined;
}

const some = (text: string | undefined) => (text === undefined ? undefined : Fraction.of(text));

function stepsOf(tiers: readonly Tier[] = []): Step[] {
  return tiers.map((tier, at) => ({
    blockSize: some(tier.blockSize),
    maximum: some(tier.maximum),
    above: of(tiers[at - 1]?.upTo),
    upTo: tier.upTo === undefined ? undefined : of(tier.upTo),
    unitPrice: of(tier.unitPrice),
    flatFee: of(tier.flatFee),
  }));
}

/** Upper bounds belong to their tier, or where they are exclusive to the next; the first tier is entered at zero. */
const isEntered =
  (quantity: Fraction, { tierBound }: Price) =>
  (step: Step, at: number) =>
    at === 0 || (tierBound === "Exclusive" ? !step.above.isAbove(quantity) : quantity.isAbove(step.above));

/** A tier's units at its price, by started blocks where it has such; with its fee never above its maximum. */
function stepAmount(units: Fraction, { unitPrice, flatFee, blockSize, maximum }: Step): Fraction {
  const priced = blockSize === undefined ? units : units.over(blockSize).roundedUp();
  const amount = priced.times(unitPrice).plus(flatFee);
  return maximum === undefined ? amount : amount.least(maximum);
}

/** The tiers that a quantity enters. */
export const enteredSteps = (quantity: Fraction, price: Price): Step[] =>
  stepsOf(price.tiers).filter(isEntered(quantity, price));

/** The tier that holds a quantity, with its fee. */
export function stepThatHolds(quantity: Fraction, price: Price): Step {
  const step = enteredSteps(quantity, price).at(-1);
  if (step === undefined || (step.upTo && quantity.isAbove(step.upTo)))
    throw new Error(`${price.id}: the last tier of a simulated price is open`);
  return step;
}

function graduated(quantity: Fraction, price: Price): Fraction {
  return Fraction.sum(
    enteredSteps(quantity, price).map((step) => {
      const upTo = step.upTo ? quantity.least(step.upTo) : quantity;
      return stepAmount(upTo.minus(step.above), step);
    }),
  );
}

function volume(quantity: Fraction, price: Price): Fraction {
  return stepAmount(quantity, stepThatHolds(quantity, price));
}

type ModelRule = (quantity: Fraction, price: Price) => Fraction;

/** Projects, credits and capacities have rules of their own. */
type Unrated = "milestone" | "percent_complete" | "service_credit" | "capacity";

const unrated: readonly Price["model"][] = ["milestone", "percent_complete", "service_credit", "capacity"];

const isRated = (model: Price["model"]): model is Exclude<Price["model"], Unrated> =>
  !unrated.includes(model);

const models: Readonly<Record<Exclude<Price["model"], Unrated>, ModelRule>> = {
  flat: (_, price) => of(price.flatFee),
  // A fee beside a unit price is the connection fee of an event.
  per_unit: (quantity, price) => quantity.times(of(price.unitPrice)).plus(of(price.flatFee)),
  graduated,
  volume,
  package: (quantity, price) => quantity.over(of(price.packageSize)).roundedUp().times(of(price.unitPrice)),
  stairstep: (quantity, price) => stepAmount(zero, stepThatHolds(quantity, price)),
  percentage: (quantity, price) =>
    quantity.times(of(price.unitPrice)).plus(quantity.isZero ? zero : of(price.flatFee)),
  graduated_percentage: graduated,
  // The quantity of a dynamic price is the money of its rows.
  dynamic: (money, price) => money.times(of(price.unitPrice ?? "1")),
};

/** The amount of a quantity that is charged, before anything around the model. */
export function modelAmount(charged: Fraction, price: Price): Fraction {
  if (charged.isZero && price.zeroUsage === "No charge") return zero;
  return isRated(price.model) ? models[price.model](charged, price) : zero;
}

/** After the model: discount, then minimum and maximum, these by the share of their days. */
export function adjusted(amount: Fraction, price: Price, share: Fraction): Fraction {
  const discounted = amount.times(Fraction.of(100).minus(of(price.discount))).over(Fraction.of(100));
  const raised = price.minimum === undefined ? discounted : discounted.most(of(price.minimum).times(share));
  // A maximum of the whole contract is no one period's.
  return price.maximum === undefined || price.maximumPeriod !== undefined
    ? raised
    : raised.least(of(price.maximum).times(share));
}

/** What is left of a quantity once the included one is taken off. */
export const beyond = (quantity: Fraction, included: Fraction): Fraction =>
  quantity.minus(included).most(zero);
