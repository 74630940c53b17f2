import { day, holds, meet, monthOf, type Day, type Month, type Span } from "../year/day";
import type { Contract, Price, SimulatedYear } from "../year/simulatedYear";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { adjusted, beyond, modelAmount } from "./models";
import { changesInside, levelled } from "./levels";
import { extentOf, partsOf, type Part } from "./parts";
import { billingPeriods, lifeOf, type BillingPeriod } from "./periods";
import { daysOf } from "./shares";

const one = Fraction.of(1);

/** The fee of a full period: flat, or a contracted quantity by its model. */
function fullFee(price: Price): Fraction {
  const quantity = beyond(Fraction.of(price.quantity ?? "0"), Fraction.of(price.included ?? "0"));
  return adjusted(modelAmount(quantity, price), price, one);
}

const isArrears = ({ timing }: Price) => timing === "Arrears";

/** Ahead: the run before the period's own, but never before the run of the contract's start. */
function runOf(extent: Span, price: Price, contract: Contract, { ahead }: SimulatedYear): Month {
  if (isArrears(price)) return monthOf(extent.to);
  const firstMonth = monthOf(extent.from);
  return ahead ? Math.max(firstMonth - 1, monthOf(day(contract.start))) : firstMonth;
}

/** With Proration None the fee of the first day (advance) or the last (arrears) is charged in full, once. */
function chargedParts(parts: readonly Part[], { cut }: BillingPeriod): Part[] {
  if (!parts.some(({ price }) => price.proration === "None")) return [...parts];
  const inForce = parts.find(({ price, days }) => holds(days, isArrears(price) ? cut.to : cut.from));
  return inForce === undefined ? [] : [{ ...inForce, days: cut, share: one }];
}

function chargesOfPeriod(
  prices: readonly Price[],
  period: BillingPeriod,
  contract: Contract,
  year: SimulatedYear,
): Charge[] {
  const parts = partsOf(prices, period, year.basis);
  const extent = extentOf(parts);
  if (extent === undefined) return [];
  return chargedParts(parts, period).map(({ price, days, share }) => {
    const exact = fullFee(price).times(share);
    return {
      product: price.product,
      priceId: price.id,
      isFixed: true,
      days,
      run: runOf(extent, price, contract, year),
      exact,
      amount: exact.rounded(digitsOf(contract.currency), year.rounding),
      within: (span) => {
        const inside = meet(days, span);
        if (inside === undefined) return Fraction.zero;
        return exact.times(
          Fraction.of(daysOf(inside, year.basis)).over(Fraction.of(daysOf(days, year.basis))),
        );
      },
    };
  });
}

/** A change of seats within a period that was billed ahead: the old level is given back, the new one billed. */
function settlements(
  price: Price,
  { cut, full }: BillingPeriod,
  contract: Contract,
  year: SimulatedYear,
): Charge[] {
  if (isArrears(price) || price.proration === "None") return [];
  return changesInside(contract, price, cut).flatMap(({ from, before, after }) => {
    const days = { from, to: cut.to };
    const share = Fraction.of(daysOf(days, year.basis)).over(Fraction.of(daysOf(full, year.basis)));
    const signed = [
      [
        "old",
        fullFee({ ...price, quantity: before })
          .times(share)
          .negated(),
      ],
      ["new", fullFee({ ...price, quantity: after }).times(share)],
    ] as const;
    return signed.map(([name, exact]): Charge => ({
      product: price.product,
      priceId: `${price.id} ${name}`,
      isFixed: true,
      days,
      // The next invoice is one of a later run than that which billed the period.
      run: Math.max(monthOf(cut.to + 1), monthOf(cut.from) + 1),
      exact,
      amount: exact.rounded(digitsOf(contract.currency), year.rounding),
      within: () => Fraction.zero,
    }));
  });
}

/** One-time fees are billed in full in the run that holds their start. */
function oneTimeCharge(price: Price, contract: Contract, year: SimulatedYear): Charge {
  const life = lifeOf(contract);
  const start = price.from === undefined ? life.from : day(price.from);
  const exact = fullFee(price);
  const days = { from: start, to: start };
  return {
    product: price.product,
    priceId: price.id,
    isFixed: true,
    days,
    run: monthOf(start),
    exact,
    amount: exact.rounded(digitsOf(contract.currency), year.rounding),
    within: (span) => (holds(span, start) ? exact : Fraction.zero),
  };
}

/** All charges of a product with a fixed fee whose billing period begins by a day. */
export function feeCharges(
  prices: readonly Price[],
  contract: Contract,
  year: SimulatedYear,
  until: Day,
): Charge[] {
  if (contract.frequency === "One-time") return prices.map((price) => oneTimeCharge(price, contract, year));
  const [first] = prices;
  const hasLevels = first !== undefined && contract.levels?.some(({ product }) => product === first.product);
  return billingPeriods(contract, until).flatMap((period) => {
    if (!hasLevels) return chargesOfPeriod(prices, period, contract, year);
    return [
      ...chargesOfPeriod(levelled(contract, first, period.cut, isArrears(first)), period, contract, year),
      ...settlements(first, period, contract, year),
    ];
  });
}
