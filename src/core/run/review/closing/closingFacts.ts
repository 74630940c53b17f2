import { overlap, type Period } from "../../../calendar/period";
import type { RegisteredInvoice } from "../../../documents/register";
import { daysOfReview } from "../../../review/closing/closedPeriods";
import type { Formulas } from "../../../review/verify/formulas";
import { reconcileBook, type ReconciledBook } from "../../reconcileBook";
import { once } from "../once";
import type { OpenedReview } from "../openReview";
import { verifyBook, type VerifiedBook } from "../verifyBook";

/** What a closing looks at; what takes long is found out when it is asked for. */
export interface ClosingFacts {
  readonly opened: OpenedReview;
  readonly period: Period;
  /** Documents of the period that are not void. */
  readonly documents: readonly RegisteredInvoice[];
  /** The workbook compared for the period; undefined where there is nothing to compare. */
  readonly compared: () => ReconciledBook | undefined;
  readonly verified: () => VerifiedBook;
}

export interface ClosingSurroundings {
  readonly engineVersion: string;
  /** Undefined where the workbook was read without them: then no formula is checked. */
  readonly formulas: Formulas | undefined;
}

/** The documents of a period, by the days of their run; void ones count for nothing. */
export function documentsOf({ register }: OpenedReview, period: Period): RegisteredInvoice[] {
  return register.invoices.filter((document) => {
    const days = daysOfReview(document);
    return !document.isVoid && days !== undefined && overlap(days, period) !== undefined;
  });
}

export function closingFacts(
  opened: OpenedReview,
  period: Period,
  { engineVersion, formulas }: ClosingSurroundings,
): ClosingFacts {
  const { snapshot, sha256 } = opened;
  return {
    opened,
    period,
    documents: documentsOf(opened, period),
    compared: once(() => {
      const result = reconcileBook(snapshot, { period, asOf: undefined });
      return result.ok ? result : undefined;
    }),
    verified: once(() => {
      const options = { sha256, engineVersion, head: undefined, numbers: undefined, formulas };
      const verified = verifyBook(snapshot, options);
      if (typeof verified === "string") throw new Error("All documents were asked for, and one is missing.");
      return verified;
    }),
  };
}
