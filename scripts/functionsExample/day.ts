import { parseIsoDay } from "../../src/core/api";

/** The serial of an ISO date. */
export function dayOf(iso: string): number {
  const day = parseIsoDay(iso);
  if (day === undefined) throw new Error(`${iso} is no date`);
  return day;
}
