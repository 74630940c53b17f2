import type { Decimal } from "../../money/decimal";

/** What somebody owes in one currency: bands − unapplied − credits = total. */
export interface AgingFigures {
  readonly currency: string;
  /** One a band, in their order. */
  readonly bands: readonly Decimal[];
  /** Cash not applied, positive. */
  readonly unapplied: Decimal;
  /** Credit notes not used up, positive. */
  readonly credits: Decimal;
  /** Part of the bands. */
  readonly disputed: Decimal;
  readonly total: Decimal;
}
