import { held } from "./held";
import { register } from "./register";
import type { OverTime } from "./timedReading";
import { weightedSum } from "./weightedSum";

/** Aggregations of rows over time. */
const aggregationsOverTime: readonly OverTime[] = [weightedSum, held, register];

const byId = new Map(aggregationsOverTime.map((aggregation) => [aggregation.id, aggregation]));

export function overTimeOf(id: string): OverTime | undefined {
  return byId.get(id);
}
