import { Decimal, zero } from "../../money/decimal";
import type { OverTime, TimedReading } from "./timedReading";

/** A reading and how far the counter had come then, as if it never went on at zero. */
interface Position {
  readonly reading: TimedReading;
  readonly at: Decimal;
}

/** A counter: where somebody last read it, and where the last row, perhaps an estimate, puts it. */
interface Counter {
  readonly actual: Position;
  readonly last: Decimal;
}

/**
 * How far the counter has come, counted from where it was last read: an estimate between may have been too high.
 * Undefined where it cannot have gone there.
 */
function positionOf(
  { quantity }: TimedReading,
  { reading, at }: Position,
  size: Decimal | undefined,
): Decimal | undefined {
  const passed = quantity.minus(reading.quantity);
  if (!passed.isNegative() || reading.isEstimated) return at.plus(passed);
  return size && at.plus(size).plus(passed);
}

/**
 * Rows are readings of a counter: each less the one before, the first only opens. With 5 digits it goes on at 0 after
 * 99999: 99998 and then 3 are 5. What was read settles an estimate, down too: 100, an estimate of 130 and then 120 are
 * 30 and -10.
 */
export const register: OverTime = {
  id: "register",
  title: "Register",
  measure: ({ readings, days, digits }) => {
    const size = digits === undefined ? undefined : new Decimal(10).pow(digits);
    const counters = new Map<string, Counter>();
    let quantity = zero;
    for (const reading of readings) {
      const { row, key, moment } = reading;
      if (size && reading.quantity.greaterThanOrEqualTo(size))
        return { ok: false, row, reason: `a register of ${String(digits)} digits never shows it` };
      const counter = counters.get(key);
      const at = counter ? positionOf(reading, counter.actual, size) : reading.quantity;
      if (!at)
        return {
          ok: false,
          row,
          reason: `it is below the reading before, ${String(counter?.actual.reading.quantity)}; a register that passes zero needs Digits in Meters`,
        };
      const actual = counter && reading.isEstimated ? counter.actual : { reading, at };
      counters.set(key, { actual, last: at });
      if (counter && moment >= days.from) quantity = quantity.plus(at.minus(counter.last));
    }
    return { ok: true, quantity };
  },
};
