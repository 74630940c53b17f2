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

/** The prices of a contract as chains, found once a run. */
export function priceChains(contract: Contract, context: RatingContext): PriceChains {
  return ratedBefore(contract, context).chains;
}
