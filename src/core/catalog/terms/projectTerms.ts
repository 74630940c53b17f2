import type { Day } from "../../calendar/day";
import type { CellRef } from "../../grid/grid";
import type { Decimal } from "../../money/decimal";

/** A step of a project with what it is paid. */
export interface Milestone {
  readonly name: string;
  readonly product: string | undefined;
  /** An amount, or a fraction of the project total. */
  readonly of: { readonly amount: Decimal } | { readonly percent: Decimal };
  readonly reached: Day | undefined;
  readonly hasEvidence: boolean;
  readonly at: CellRef;
}

/** How much of a project was done on a day, as a fraction. */
export interface ProgressReport {
  readonly product: string;
  readonly day: Day;
  readonly percent: Decimal;
}

/** What was measured of a month; the audited value where there is one. */
export interface Result {
  readonly measure: string;
  readonly month: Day;
  readonly value: Decimal;
  readonly hasEvidence: boolean;
  readonly at: CellRef;
}

/** Somebody who was placed, and what the fee is taken of. */
export interface Placement {
  readonly id: string;
  readonly product: string | undefined;
  readonly start: Day;
  readonly pay: Decimal;
  /** The last day, where it has ended. */
  readonly left: Day | undefined;
  readonly at: CellRef;
}

/** What is known of the projects and results of a contract. */
export interface ProjectTerms {
  readonly milestones: readonly Milestone[];
  readonly progress: readonly ProgressReport[];
  readonly results: readonly Result[];
  readonly placements: readonly Placement[];
}
