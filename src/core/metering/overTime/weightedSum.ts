import { daysOf } from "../../calendar/period";
import { zero } from "../../money/decimal";
import type { OverTime } from "./timedReading";

const SECONDS = 86_400;

/** Moments meet in whole seconds: a serial's fraction has no exact binary form. */
const secondOf = (moment: number) => Math.round(moment * SECONDS);

/**
 * Rows are changes of a level: each level counts by the seconds that it lasted, over those of the period. 1,000 from the
 * start of the 16th of 30 days are 500.
 */
export const weightedSum: OverTime = {
  id: "weighted_sum",
  title: "Weighted sum",
  measure: ({ readings, days, full }) => {
    const end = (days.to + 1) * SECONDS;
    let at = days.from * SECONDS;
    let level = zero;
    let weighted = zero;
    for (const { moment, quantity } of readings) {
      const second = secondOf(moment);
      if (second > at) {
        weighted = weighted.plus(level.times(second - at));
        at = second;
      }
      level = level.plus(quantity);
    }
    weighted = weighted.plus(level.times(end - at));
    return { ok: true, quantity: weighted.dividedBy(daysOf(full) * SECONDS) };
  },
};
