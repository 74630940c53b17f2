import type { OverTime, Period, TimedReading } from "../../core/api";
import { isBlank, plainValue } from "./cell";
import { nameOfRow, readColumn, readOptionalColumn, sameLength } from "./column";
import { Fault } from "./fault";
import { readDay, readName, readNumber, readOptionalMoment } from "./read";

/** The arguments that say how a level changed, and over which days it is measured. */
interface LevelRanges {
  readonly changes: unknown;
  readonly dates: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly keys?: unknown;
}

function readDays({ from, to }: LevelRanges): Period {
  const days = { from: readDay("from", from), to: readDay("to", to) };
  if (days.to < days.from) throw new Fault("value", "to: this day is before from; exchange the two.");
  return days;
}

/** Changes in the order of their moments, those after the last day left out; a blank change is none. */
function readReadings(ranges: LevelRanges, { to }: Period): { readings: TimedReading[]; hasKeys: boolean } {
  const changes = readColumn("changes", ranges.changes);
  const dates = readColumn("dates", ranges.dates);
  sameLength("changes", changes.length, "dates", dates.length);
  const keys = readOptionalColumn("keys", ranges.keys);
  if (keys) sameLength("changes", changes.length, "keys", keys.length);
  const readings = changes.flatMap((raw, row): TimedReading[] => {
    const rowName = nameOfRow("changes", row);
    if (isBlank(plainValue(rowName, raw))) return [];
    const dateName = nameOfRow("dates", row);
    const at = readOptionalMoment(dateName, dates[row]);
    if (!at) throw new Fault("value", `${dateName}: this is blank; give the date of the change.`);
    const quantity = readNumber(rowName, raw);
    const key = keys ? readName(nameOfRow("keys", row), keys[row]) : "";
    const state = quantity.greaterThan(0) ? "active" : "inactive";
    const moment = at.day + at.time;
    return moment < to + 1 ? [{ row, moment, quantity, key, state, isEstimated: false }] : [];
  });
  readings.sort((a, b) => a.moment - b.moment || a.row - b.row);
  return { readings, hasKeys: keys !== undefined };
}

/** The quantity of a level over the days that the arguments name. */
export function measureLevel(aggregation: OverTime, ranges: LevelRanges) {
  const days = readDays(ranges);
  const measured = aggregation.measure({
    ...readReadings(ranges, days),
    days,
    full: days,
    digits: undefined,
  });
  if (measured.ok) return measured.quantity;
  throw new Fault("value", `${nameOfRow("changes", measured.row)}: ${measured.reason}.`);
}
