import { nameKey } from "../base/name";
import type { Period } from "../calendar/period";
import { shownText } from "../schema/column";
import { cellsOf, propertyOf } from "./aggregate";
import type { Meter } from "./meters";
import { READ_HEADER, STATE_HEADER } from "./overTime/headers";
import type { Measured, OverTime, TimedReading } from "./overTime/timedReading";
import { quantityOf } from "./readings";
import type { Usage } from "./usage";

const textsUnder = (usage: Usage, header: string): ((row: number) => string) => {
  const cells = cellsOf(usage, header);
  return (row) => (cells ? shownText(cells.view(row)) : "");
};

function timed(usage: Usage, rows: Int32Array, { keyColumn }: Meter): TimedReading[] {
  const keyOf = keyColumn === "" ? () => "" : propertyOf(usage, keyColumn);
  const stateOf = textsUnder(usage, STATE_HEADER);
  const readOf = textsUnder(usage, READ_HEADER);
  const readings = Array.from(rows, (row): TimedReading => ({
    row,
    moment: usage.moments[row]!,
    quantity: quantityOf(usage, row),
    key: keyOf(row),
    state: stateOf(row),
    isEstimated: nameKey(readOf(row)).startsWith("est"),
  }));
  return readings.sort((a, b) => a.moment - b.moment || a.row - b.row);
}

/** The quantity of a meter over time in some days; `rows` are all of it up to their end. */
export function measureOverTime(
  usage: Usage,
  rows: Int32Array,
  meter: Meter & { readonly overTime: OverTime },
  { days, full }: { readonly days: Period; readonly full: Period },
): Measured {
  const readings = timed(usage, rows, meter);
  return meter.overTime.measure({
    readings,
    days,
    full,
    hasKeys: meter.keyColumn !== "",
    digits: meter.digits,
  });
}
