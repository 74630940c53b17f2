import { held, weightedSum as bySeconds } from "../../core/api";
import { answer, cellNumber } from "../cells/answer";
import { measureLevel } from "../cells/levelChanges";

/**
 * A level by the time that it lasted: each level × its seconds, divided by the seconds of the period. Example: =BILLING.WEIGHTED_SUM(D2:D50, C2:C50, DATE(2026,6,1), DATE(2026,6,30))
 * @customfunction WEIGHTED_SUM
 * @helpurl https://localhost:3000/help/WEIGHTED_SUM.html
 * @remarks Changes before the period carry in, those after it do not count; rows may be in any order. The time of day counts to the second. The same as a meter with Aggregation Weighted sum.
 * @param changes What each row adds to the level; negative takes away, blank is no change. Example: D2:D50
 * @param dates Date of each change, with its time where it has one. Example: C2:C50
 * @param from First day of the period. Example: DATE(2026,6,1)
 * @param to Last day of the period, included. Example: DATE(2026,6,30)
 * @returns Quantity in the unit of the changes, not rounded.
 * @throws #VALUE! A change that is no number, a date that is none, ranges of different sizes, a last day before the first.
 * @example =BILLING.WEIGHTED_SUM(1000,DATE(2026,6,16),DATE(2026,6,1),DATE(2026,6,30)) → 500 | 1,000 for 15 of 30 days.
 * @example =BILLING.WEIGHTED_SUM({10;12},{46143;46188.5},DATE(2026,6,1),DATE(2026,6,30)) → 16.2 | 10 carried in from May, and 12 more for 15.5 of 30 days, from noon of the 15th on.
 */
export function weightedSum(changes: unknown[][], dates: unknown[][], from: unknown, to: unknown): unknown {
  return answer(() => cellNumber(measureLevel(bySeconds, { changes, dates, from, to })));
}

/**
 * Units by the days on which they were held, the day added and the day removed both counted, divided by the days of the period. Example: =BILLING.HELD_QUANTITY(D2:D50, C2:C50, DATE(2026,6,1), DATE(2026,6,30))
 * @customfunction HELD_QUANTITY
 * @helpurl https://localhost:3000/help/HELD_QUANTITY.html
 * @remarks Changes before the period carry in, those after it do not count; rows may be in any order. With keys each key is one unit: a change above 0 makes it active, any other inactive. The same as a meter with Aggregation Held.
 * @param changes What each row adds to the units held; negative removes, blank is no change. Example: D2:D50
 * @param dates Date of each change. Example: C2:C50
 * @param from First day of the period. Example: DATE(2026,6,1)
 * @param to Last day of the period, included. Example: DATE(2026,6,30)
 * @param [keys] What is held, in each row, where units have names; default none. Example: B2:B50
 * @returns Quantity in units, not rounded.
 * @throws #VALUE! A change that removes more than is held, a change that is no number, a date that is none, ranges of different sizes, a last day before the first.
 * @example =BILLING.HELD_QUANTITY({10;10},{46143;46189},DATE(2026,6,1),DATE(2026,6,30)) → 15 | 10 on all days and 10 more from the 16th on.
 * @example =BILLING.HELD_QUANTITY({1;1;0},{46143;46143;46188},DATE(2026,6,1),DATE(2026,6,30),{"Ada";"Ben";"Ben"}) → 1.5 | Ben is removed on the 15th, which counts.
 */
export function heldQuantity(
  changes: unknown[][],
  dates: unknown[][],
  from: unknown,
  to: unknown,
  keys?: unknown[][],
): unknown {
  return answer(() => cellNumber(measureLevel(held, { changes, dates, from, to, keys })));
}
