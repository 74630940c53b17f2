import { groupBy } from "../../base/groupBy";
import type { Period } from "../../calendar/period";
import type { Catalog, Contract } from "../../catalog/records";
import { inOrder } from "../../catalog/terms/commitments";
import type { BilledService } from "../../documents/billedService";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { rateStack, stacksOf, type Counted } from "./commitments";

/** What promises over several contracts add to the bill, on the contract or account that bears it. */
export interface Pooled {
  readonly carrier: Contract;
  readonly items: readonly RatedItem[];
}

/**
 * Commitments of customers over their contracts and those of their children, counted as one. Of 1,000.00 promised, children
 * that bill 300.00 and 500.00 lack 200.00.
 */
export function ratePools(
  { pools }: Catalog,
  rated: readonly Counted[],
  { run, billed }: { readonly run: Period; readonly billed: BilledService },
  context: RatingContext,
): Pooled[] {
  const ratedOf = new Map(rated.map((counted) => [counted.contract, counted]));
  return [
    ...groupBy(pools, ({ carrier }) => `${carrier.contractId} ${carrier.customer.customerId}`).values(),
  ].map((group) => {
    const { carrier, contracts } = group[0];
    const members = contracts.flatMap((contract) => ratedOf.get(contract) ?? []);
    const commitments = group.map(({ commitment }) => commitment).sort(inOrder);
    const items = stacksOf(commitments).flatMap((stack) =>
      rateStack({ commitments: stack, members, carrier, run, billed }, context),
    );
    return { carrier, items };
  });
}
