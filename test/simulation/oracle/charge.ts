import type { Month, Span } from "../year/day";
import type { Fraction } from "./fraction";

/** What one price is owed for some days, and the run that bills it. */
export interface Charge {
  readonly product: string;
  readonly priceId: string;
  readonly isFixed: boolean;
  readonly days: Span;
  readonly run: Month;
  readonly exact: Fraction;
  /** Rounded once, to the currency's minor unit. */
  readonly amount: Fraction;
  /** Of the exact amount the part that belongs to some of the days. */
  readonly within: (span: Span) => Fraction;
}
