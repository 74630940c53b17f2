import { parseIsoDay } from "../../calendar/day";
import { monthOf, parsePeriod, type Period } from "../../calendar/period";

/** The period that a cell names; Excel makes a date of 2026-10 where somebody types it, and that is its month. */
export function periodOfText(text: string): Period | undefined {
  const day = parseIsoDay(text);
  return parsePeriod(text) ?? (day === undefined ? undefined : monthOf(day));
}
