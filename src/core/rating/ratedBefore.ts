import type { Contract } from "../catalog/records";
import { chainsOf, type PriceChains } from "./priceChains";
import type { RatedBefore, RatingContext } from "./ratingContext";

/** What has been metered and priced of a contract in a run, and is not worked out twice. */
export function ratedBefore(contract: Contract, { rated }: RatingContext): RatedBefore {
  const known = rated.get(contract) ?? {
    chains: chainsOf(contract),
    usage: new Map(),
    conditioned: new Map(),
    carried: new Map(),
  };
  rated.set(contract, known);
  return known;
}

/**
 * Does some work on a contract, and lets go of the usage of periods that were rated for it alone: what was rated of years,
 * kept of every contract until the end, would fill the memory.
 */
export function withoutKeeping<Result>(
  contract: Contract,
  { rated }: RatingContext,
  work: () => Result,
): Result {
  const before = new Set(rated.get(contract)?.usage.keys());
  const result = work();
  const { usage } = rated.get(contract) ?? {};
  for (const from of usage?.keys() ?? []) if (!before.has(from)) usage?.delete(from);
  return result;
}

/** The prices of a contract as chains, found once a run. */
export function priceChains(contract: Contract, context: RatingContext): PriceChains {
  return ratedBefore(contract, context).chains;
}
