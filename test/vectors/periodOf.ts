import type { Day } from "../../src/core/calendar/day";
import type { Period } from "../../src/core/calendar/period";
import type { Vector } from "./vector";

/** How a vector says that something is counted; "" where it does not say. */
export function semantics({ params }: Vector, name: string): string {
  return params.has("semantics") ? (params.fields("semantics").optionalText(name) ?? "") : "";
}

/** The period by days that both count; its end is exclusive unless the vector says otherwise. */
export function periodOf(vector: Vector): Period {
  const isInclusive = semantics(vector, "periodEnd").startsWith("INCLUSIVE");
  return { from: vector.input.day("periodStart"), to: vector.input.day("periodEnd") - (isInclusive ? 0 : 1) };
}

/** A period whose last day is named. */
export function inclusivePeriod({ input }: Vector): Period {
  return { from: input.day("periodStart"), to: input.day("periodEndInclusive") };
}

/** What is left of a period from a day on, that day included. */
export const restOf = (period: Period, from: Day): Period => ({ from, to: period.to });
