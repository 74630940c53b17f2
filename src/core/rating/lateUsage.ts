import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { latePeriods } from "./latePeriods";
import type { RatedItem } from "./ratedItem";
import { rateUsage } from "./rateUsage";
import type { RatingContext } from "./ratingContext";
import { rateUnbilled } from "./unbilledUsage";

/** Usage dated in periods before the run that were issued with less, or closed with none. */
export function rateLateUsage(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  return latePeriods(contract, run, billed, context).flatMap((period) =>
    rateUsage(contract, period.full, context).flatMap(
      (chain) => rateUnbilled(contract, chain, period, billed, context) ?? [],
    ),
  );
}
