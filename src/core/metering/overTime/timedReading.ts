import type { Period } from "../../calendar/period";
import type { Decimal } from "../../money/decimal";
import type { Levels } from "../../pricing/levels";

/** A usage row as a change of a level, or a reading. */
export interface TimedReading {
  readonly row: number;
  /** Serial with the time of day as its fraction. */
  readonly moment: number;
  readonly quantity: Decimal;
  /** What is held, where units have keys; else empty. */
  readonly key: string;
  /** Usage's State, of a key; empty where nothing says it. */
  readonly state: string;
  /** Usage's Read says that nobody looked: the next reading settles it. */
  readonly isEstimated: boolean;
}

/** Rows of a meter up to the end of some days, in the order of their moments. */
export interface ReadingsOverTime {
  readonly readings: readonly TimedReading[];
  /** The days that are measured. */
  readonly days: Period;
  /** The whole billing period, by which shares are taken. */
  readonly full: Period;
  readonly hasKeys: boolean;
  readonly digits: number | undefined;
}

export type Measured =
  | { readonly ok: true; readonly quantity: Decimal; readonly levels?: Levels }
  /** A row that cannot follow on those before it. */
  | { readonly ok: false; readonly row: number; readonly reason: string };

/** How rows over time become a quantity: rows of days before carry in. One is one file here and one line in the registry. */
export interface OverTime {
  readonly id: string;
  readonly title: string;
  readonly measure: (readings: ReadingsOverTime) => Measured;
}
