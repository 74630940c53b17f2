import { Decimal, zero } from "../../money/decimal";
import type { OverTime, TimedReading } from "./timedReading";

/** What passed between two readings; undefined where the counter cannot have gone from one to the other. */
function between(before: TimedReading, now: TimedReading, size: Decimal | undefined): Decimal | undefined {
  const passed = now.quantity.minus(before.quantity);
  // An estimate that was too high is settled by what it was too much.
  if (!passed.isNegative() || passed.isZero() || before.isEstimated) return passed;
  return size?.plus(passed);
}

/**
 * Rows are readings of a counter: each less the one before, the first only opens. With 5 digits it goes on at 0 after
 * 99999: 99998 and then 3 are 5.
 */
export const register: OverTime = {
  id: "register",
  title: "Register",
  measure: ({ readings, days, digits }) => {
    const size = digits === undefined ? undefined : new Decimal(10).pow(digits);
    const before = new Map<string, TimedReading>();
    let quantity = zero;
    for (const reading of readings) {
      const { row, key, moment } = reading;
      if (size && reading.quantity.greaterThanOrEqualTo(size))
        return { ok: false, row, reason: `a register of ${String(digits)} digits never shows it` };
      const last = before.get(key);
      before.set(key, reading);
      if (!last) continue;
      const passed = between(last, reading, size);
      if (!passed)
        return {
          ok: false,
          row,
          reason: `it is below the reading before, ${last.quantity.toString()}; a register that passes zero needs Digits in Meters`,
        };
      if (moment >= days.from) quantity = quantity.plus(passed);
    }
    return { ok: true, quantity };
  },
};
