import type { Sha256 } from "../base/sha256";
import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";

export interface RunOptions {
  /** Default: the calendar month of the latest usage. */
  readonly period: Period | undefined;
  /** Default: the last day of the period. */
  readonly asOf: Day | undefined;
  /** Gives final numbers and the status Issued instead of drafts. */
  readonly giveNumbers: boolean;
  /** Who bills, and what proves what was logged and sealed; without it neither is looked at. */
  readonly review?: { readonly by: string; readonly sha256: Sha256 };
  /** Bills as if this document did not exist: to explain it from its inputs. */
  readonly withoutInvoice?: string;
}
