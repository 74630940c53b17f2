import { day, monthOf, type Month } from "./day";
import type { UsageRow } from "./simulatedYear";

/** The month of the run before which a row becomes known. */
export const runOfArrival = ({ date, arrives }: UsageRow): Month =>
  monthOf(day(arrives === undefined ? date : `${arrives}-01`));
