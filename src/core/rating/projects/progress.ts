import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import type { Period } from "../../calendar/period";
import type { Contract } from "../../catalog/records";
import { projectPrice } from "../../catalog/terms/projects";
import type { BilledService } from "../../documents/billedService";
import { minorDigits } from "../../money/currency";
import { zero } from "../../money/decimal";
import { formatPercent } from "../../money/format";
import { round } from "../../money/round";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { billedOfProject } from "./milestones";
import { projectItem } from "./projectItem";

/**
 * The latest percentage of each project, of the total of its day, less what was billed of it: 33.33 % of 1,000.01 are
 * 333.30, and at 100 % the rest is 666.71. A lower percentage takes back.
 */
export function rateProgress(
  contract: Contract,
  run: Period,
  billed: BilledService,
  { settings }: RatingContext,
): RatedItem[] {
  const { progress } = contract.agreed.projects;
  const upToNow = progress.filter(({ day }) => day <= run.to);
  return [...groupBy(upToNow, ({ product }) => nameKey(product)).values()].flatMap((reports) => {
    const [latest] = [...reports].sort((a, b) => b.day - a.day);
    const price = latest && projectPrice(contract, "progress", latest.product, latest.day);
    if (!price) return [];
    const whole = round(
      (price.flatFee ?? zero).times(latest.percent),
      minorDigits(contract.currency),
      settings.roundingMode,
    );
    const amount = whole.minus(billedOfProject(contract, price, billed));
    if (amount.isZero()) return [];
    const tier = `${formatPercent(latest.percent)} complete`;
    return [projectItem(contract, price, { day: latest.day, tier, amount })];
  });
}
