import { groupBy } from "../../../src/core/api";
import { day, month, type Day, type Month } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";

/** The latest rate on or before a day. */
function rateOn({ rates = [] }: Contract, on: Day): string {
  const known = rates.filter(({ date }) => day(date) <= on);
  return [...known].sort((a, b) => day(a.date) - day(b.date)).at(-1)?.rate ?? "0";
}

const keyOf = ({ priceId, days }: Charge) => `${priceId} ${String(days.from)}`;

/** Of prices in a unit that is no currency a run converts what it bills, all of one rate at once. */
export function netOfUnits(
  contract: Contract,
  year: SimulatedYear,
  until: Month,
  chargesBy: (run: Month) => readonly Charge[],
): Fraction {
  const inUnits = new Set(
    contract.prices.flatMap(({ id, pricedIn }) => (pricedIn === undefined ? [] : [id])),
  );
  let net = Fraction.zero;
  let before: readonly Charge[] = [];
  for (let run = month(year.firstRun); run <= until; run++) {
    const now = chargesBy(run);
    const exactBefore = new Map(before.map((charge) => [keyOf(charge), charge]));
    const billed = now.map((charge) => {
      const old = exactBefore.get(keyOf(charge));
      return {
        charge,
        exact: charge.exact.minus(old?.exact ?? Fraction.zero),
        amount: charge.amount.minus(old?.amount ?? Fraction.zero),
      };
    });
    const [units, money] = [true, false].map((isUnit) =>
      billed.filter(({ charge }) => inUnits.has(charge.priceId) === isUnit),
    );
    const ofRates = groupBy(units ?? [], ({ charge }) => rateOn(contract, charge.days.to));
    const converted = [...ofRates].map(([rate, group]) =>
      Fraction.sum(group.map(({ exact }) => exact))
        .times(Fraction.of(rate))
        .rounded(digitsOf(contract.currency), year.rounding),
    );
    net = net.plus(Fraction.sum([...converted, ...(money ?? []).map(({ amount }) => amount)]));
    before = now;
  }
  return net;
}
