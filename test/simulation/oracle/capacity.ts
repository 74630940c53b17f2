import type { Price, UsageRow } from "../year/simulatedYear";
import { Fraction } from "./fraction";

const { zero } = Fraction;

/** The meters that the steps of a capacity name. */
export const metersOf = ({ tiers = [] }: Price): string[] => [
  ...new Set(tiers.flatMap(({ limits = {} }) => Object.keys(limits))),
];

/** The fee of the first step whose limits, bounds counted, cover the peak of every meter that they name. */
export function capacityAmount(rows: readonly UsageRow[], { id, tiers = [] }: Price): Fraction {
  const peakOf = (meter: string) =>
    rows
      .filter(({ product }) => product === meter)
      .reduce((peak, { quantity }) => peak.most(Fraction.of(quantity)), zero);
  const step = tiers.find(({ limits = {} }) =>
    Object.entries(limits).every(([meter, limit]) => !peakOf(meter).isAbove(Fraction.of(limit))),
  );
  if (step === undefined) throw new Error(`${id}: the last step of a simulated capacity has no limit`);
  return Fraction.of(step.flatFee);
}
