import type { ErrorFinding } from "../engine/runYear";
import type { Fraction } from "../oracle/fraction";
import type { SimulatedYear } from "../year/simulatedYear";

/** A year in which something went wrong for some contracts, and what reconciliation says of it. */
export interface Leak {
  readonly findings: readonly ErrorFinding[];
  /** The one difference of each contract; positive is under-billed. */
  readonly differences: ReadonlyMap<string, Fraction>;
}

/** Plants something in as many contracts of a year as have a place for it; in several copies where it must be. */
export type Plant = (year: SimulatedYear) => readonly Leak[];
