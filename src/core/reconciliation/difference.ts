import type { Decimal } from "../money/decimal";
import type { Comparison } from "./comparison";
import type { ReconcileContext } from "./context";
import type { FindingCode } from "./finding";

/** One cause of a difference between what is owed and what lines bill. */
export interface Effect {
  readonly code: FindingCode;
  readonly difference: Decimal;
  readonly cause: string;
}

/** What is owed and billed for a service, and what is known about why they may differ. */
export interface Difference extends Comparison {
  /** In minor units. */
  readonly expected: Decimal;
  /** Less what was credited. */
  readonly found: Decimal;
  /** More usage than was billed counts as late: an earlier period, or rows that arrived after the invoice. */
  readonly isLate: boolean;
  /** Units in rows that occur twice and count once. */
  readonly duplicateUnits: Decimal;
  readonly context: ReconcileContext;
}
