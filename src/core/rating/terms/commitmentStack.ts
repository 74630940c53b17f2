import { nameKey } from "../../base/name";
import type { Commitment } from "../../catalog/terms/agreements";
import { Decimal, sum, zero } from "../../money/decimal";

/** What became of a promise: what counts towards it, what it lacks, and what was used beyond it. */
export interface Reached {
  readonly owed: Decimal;
  readonly taken: Decimal;
  readonly excess: Decimal;
}

/** What products bill, by nameKey of the product. */
export type BilledByProduct = ReadonlyMap<string, Decimal>;

const covers = ({ products }: Commitment, product: string) => products === undefined || products.has(product);

/**
 * Promises in their order over what products bill: each takes what the one before left, and the rest is beyond the last
 * one that covers its product. 1,500 over promises of 1,000 and 200: 1,000, then 200, and 300 beyond the second. What a
 * product gives back, as more usage in a cheaper tier does, comes first: of a promise of 100, usage of 130 and −40 lacks 10.
 */
export function stackUp(
  commitments: readonly Commitment[],
  billed: BilledByProduct,
  owedFor: (commitment: Commitment) => Decimal,
): ReadonlyMap<Commitment, Reached> {
  const amounts = [...billed].map(([product, amount]) => [nameKey(product), amount] as const);
  const rest = new Map([
    ...amounts.filter(([, amount]) => amount.isNegative()),
    ...amounts.filter(([, amount]) => !amount.isNegative()),
  ]);
  const taken = commitments.map((commitment) => {
    let open = owedFor(commitment);
    let took = zero;
    for (const [product, left] of rest) {
      if (!covers(commitment, product)) continue;
      const take = Decimal.min(open, left);
      rest.set(product, left.minus(take));
      open = open.minus(take);
      took = took.plus(take);
    }
    return took;
  });
  const lastOver = (product: string) =>
    commitments.filter((commitment) => covers(commitment, product)).at(-1);
  return new Map(
    commitments.map((commitment, index) => {
      const beyond = [...rest].filter(([product]) => lastOver(product) === commitment);
      return [
        commitment,
        { owed: owedFor(commitment), taken: taken[index]!, excess: sum(beyond.map(([, amount]) => amount)) },
      ];
    }),
  );
}

/** What a promise adds to the bill: what it lacks, and what usage beyond it costs more than its price. */
export interface Due {
  readonly lacks: Decimal;
  readonly overage: Decimal;
}

/** 1,300 used of 1,000 at a factor of 1.5 is 150 more; 800 used lacks 200. */
export function dueOf({ factor, truesUp }: Commitment, { owed, taken, excess }: Reached): Due {
  return {
    lacks: truesUp ? owed.minus(taken) : zero,
    overage: excess.times(factor.minus(1)),
  };
}
