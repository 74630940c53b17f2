import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { usagePeriodsOf } from "./billingPeriods";
import { rateFixedFees } from "./fixedFees";
import type { PriceChain } from "./priceChains";
import { rateUsagePart } from "./rateParts";
import type { RatedItem } from "./ratedItem";
import type { RatedPart } from "./ratedUsage";
import type { RatedBefore, RatingContext } from "./ratingContext";
import { chargeParts, rateUsage } from "./rateUsage";
import { followChain } from "./terms/chain";

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
  { chains, usage }: RatedBefore,
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

/** What documents bill beside a run, and what of it counts towards commitments. */
export interface BilledBeside {
  readonly fees: BilledService;
  readonly commitments: BilledService;
}

/**
 * What a run bills for a contract none of whose usage is late or billed elsewhere: what `rateContract` says of it,
 * without a look at its rows, from the quantities that the context knows.
 */
export function rateMetered(
  contract: Contract,
  run: Period,
  billed: BilledBeside,
  context: RatingContext,
): readonly RatedItem[] {
  if (contract.isSuspended) return [];
  const priced = [
    ...rateFixedFees(contract, run, billed.fees, context),
    ...chainsOfRun(contract, run, context)
      .flat()
      .flatMap((part) => rateUsagePart(contract, part, context) ?? []),
  ];
  return followChain(
    { contract, run, billed: billed.fees, counting: billed.commitments, items: priced },
    context,
  );
}
