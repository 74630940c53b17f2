import { owedBy } from "../oracle/billedBy";
import type { Charge } from "../oracle/charge";
import { month, type Month } from "../year/day";
import { isFixed, type Contract, type Price, type SimulatedYear } from "../year/simulatedYear";

export const lastRunOf = (year: SimulatedYear): Month => month(year.firstRun) + year.runs - 1;

/** Charges of runs in the middle of the year that are on an amount. */
export function chargesInside(year: SimulatedYear, contract: Contract): Charge[] {
  const last = lastRunOf(year);
  const { charges } = owedBy(contract, year, last);
  return charges.filter(({ run, amount }) => run > month(year.firstRun) && run < last - 1 && !amount.isZero);
}

const isPlain = (price: Price) =>
  price.model === "per_unit" &&
  !isFixed(price) &&
  [price.included, price.minimum, price.maximum, price.discount, price.ratePer, price.negative].every(
    (term) => !term,
  );

/** The first charge of a price whose lines are quantity × unit price and nothing else. */
export function plainCharge(year: SimulatedYear, contract: Contract): Charge | undefined {
  const plain = contract.prices.filter(isPlain);
  return chargesInside(year, contract).find(({ priceId }) => plain.some(({ id }) => id === priceId));
}
