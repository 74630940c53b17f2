import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { usagePeriodsOf } from "./billingPeriods";
import type { PriceChain } from "./priceChains";
import type { RatedPart } from "./ratedUsage";
import type { RatedBefore, RatingContext } from "./ratingContext";
import { chargeParts, rateUsage } from "./rateUsage";

/** The chain by other terms: as it was where none of its prices has any. */
function chargeChain(
  parts: readonly RatedPart[],
  priceOf: (price: Price) => Price,
  context: RatingContext,
): readonly RatedPart[] {
  if (parts.every(({ price }) => priceOf(price) === price)) return parts;
  return chargeParts(
    parts.map((part) => ({ ...part, price: priceOf(part.price) })),
    context,
  );
}

/**
 * Usage that was metered for a contract, priced by other terms of the same prices: quantities stay, no row is looked at
 * but where every event is priced alone. `priceOf` gives the other price, or the same where nothing of it changes.
 */
export function chargeAnew(
  { chains, usage, conditioned }: RatedBefore,
  priceOf: (price: Price) => Price,
  context: RatingContext,
): RatedBefore {
  const others = (of: readonly PriceChain[]) => of.map((chain) => chain.map(priceOf));
  const charged = [...usage].map(
    ([from, parts]) => [from, parts.map((chain) => chargeChain(chain, priceOf, context))] as const,
  );
  return {
    chains: { fixed: others(chains.fixed), metered: others(chains.metered) },
    usage: new Map(charged),
    conditioned,
    carried: new Map(),
  };
}

/** The usage of the periods that end in a run as it was metered and priced: one list a chain of prices. */
export function chainsOfRun(
  contract: Contract,
  run: Period,
  context: RatingContext,
): readonly (readonly RatedPart[])[] {
  return usagePeriodsOf(contract, run).flatMap((period) => rateUsage(contract, period.full, context));
}
