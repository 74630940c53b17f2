import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { daysOf, overlap, type Period } from "../../calendar/period";
import type { Price } from "../../catalog/records";
import type { RegisteredLine } from "../../documents/register";
import { sum, type Decimal } from "../../money/decimal";
import type { Settings } from "../../settings/settings";
import { billedAmount } from "../ratedItem";
import type { StepInput } from "./step";

/** What a product bills for some days of service, and what was credited of it. */
export interface CreditedDays {
  /** Those of the days for which the credit is agreed. */
  readonly part: Period;
  /** What the product bills for them, by days where they are not all. */
  readonly billed: Decimal;
  /** All that the product bills for its days, and what tells these days. */
  readonly whole: Decimal;
  readonly key: string;
  /** Negative, or zero. */
  readonly credited: Decimal;
  /** Final lines bill some of it, or credit it. */
  readonly hasLines: boolean;
}

const keyOf = ({ from, to }: Period) => `${String(from)} ${String(to)}`;

/** Final lines of a product up to the end of the run, with what was taken off it. */
function linesOfProduct({ contract, run, billed }: StepInput, product: string): readonly RegisteredLine[] {
  const prices = contract.prices.filter((price) => nameKey(price.product) === product);
  const ids = new Set(prices.map(({ priceId }) => priceId));
  const days = { from: contract.service.from, to: run.to };
  const lines = prices.flatMap((price) => [
    ...billed.of(contract, price, days).lines,
    ...billed.takenOff(contract, price, days),
  ]);
  // Prices of one meter are one service: of its lines those of the product.
  return [...new Set(lines)].filter(
    ({ priceId, product: named = "" }) => ids.has(priceId ?? "") || nameKey(named) === product,
  );
}

/**
 * The days of a product that are over by the end of a run and for which a service credit is agreed: what the run bills of
 * them and what final lines bill, and what the credit gave before.
 */
export function creditedDays(input: StepInput, price: Price, settings: Settings): CreditedDays[] {
  const { contract, run, billed, items } = input;
  const product = nameKey(price.ofProduct ?? "");
  const before = linesOfProduct(input, product).flatMap((line) =>
    line.period ? [{ part: line.period, amount: billed.netOf(line) }] : [],
  );
  const now = items
    .filter((item) => item.price && nameKey(item.price.product) === product)
    .map((item) => ({ part: item.part, amount: billedAmount(item, settings) }));
  const given = billed
    .ofTerm(price.priceId)
    .filter(({ contractId, kind }) => contractId === contract.contractId && kind === "credit");
  const byDays = groupBy([...before, ...now], ({ part }) => keyOf(part));
  return [...byDays]
    .filter(([, [{ part }]]) => part.to <= run.to)
    .flatMap(([key, group]): CreditedDays[] => {
      const { part: days } = group[0];
      const part = overlap(days, price.service);
      if (!part) return [];
      // What was given for all of the days, before the credit ended inside, is of its first ones.
      const keys = part.from === days.from ? [key, keyOf(part)] : [keyOf(part)];
      const ofDays = given.filter(({ period }) => period && keys.includes(keyOf(period)));
      const whole = sum(group.map(({ amount }) => amount));
      return [
        {
          part,
          billed: keyOf(part) === key ? whole : whole.times(daysOf(part)).dividedBy(daysOf(days)),
          whole,
          key,
          credited: sum(ofDays.map(billed.netOf)),
          hasLines: ofDays.length > 0 || before.some((line) => keyOf(line.part) === key),
        },
      ];
    })
    .sort((a, b) => a.part.from - b.part.from);
}
