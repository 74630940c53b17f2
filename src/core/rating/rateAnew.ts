import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { usagePeriodsOf } from "./billingPeriods";
import { netTrueUps, rateCommitment } from "./commitment";
import { rateFixedFees } from "./fixedFees";
import { chainsOf } from "./priceChains";
import { rateUsagePart } from "./rateParts";
import type { RatedItem } from "./ratedItem";
import type { RatedBefore, RatingContext } from "./ratingContext";
import { chargeParts, rateUsage } from "./rateUsage";

/**
 * Usage that was metered for a contract, priced by other terms of the same prices: quantities stay, no row is looked at
 * but where every event is priced alone. `priceOf` gives the other price.
 */
export function chargeAnew(
  before: RatedBefore,
  contract: Contract,
  priceOf: (price: Price) => Price,
  context: RatingContext,
): RatedBefore {
  const usage = [...before.usage].map(
    ([from, chains]) =>
      [
        from,
        chains.map((parts) =>
          chargeParts(
            parts.map((part) => ({ ...part, price: priceOf(part.price) })),
            context,
          ),
        ),
      ] as const,
  );
  return { chains: chainsOf(contract), usage: new Map(usage) };
}

/**
 * What a run bills for a contract none of whose usage is late or billed elsewhere: what `rateContract` says of it,
 * without a look at its rows, from the quantities that the context knows.
 */
export function rateMetered(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  if (contract.isSuspended) return [];
  const items = [
    ...rateFixedFees(contract, run, billed, context),
    ...usagePeriodsOf(contract, run)
      .flatMap((period) => rateUsage(contract, period.full, context).flat())
      .flatMap((part) => rateUsagePart(contract, part, context) ?? []),
  ];
  const commitment = { run, billed, items };
  return [
    ...items,
    ...netTrueUps(contract, commitment, context),
    ...rateCommitment(contract, commitment, context),
  ];
}
