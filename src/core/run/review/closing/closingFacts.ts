import { overlap, type Period } from "../../../calendar/period";
import type { RegisteredInvoice } from "../../../documents/register";
import { daysOfReview } from "../../../review/closing/closedPeriods";
import type { Formulas } from "../../../review/verify/formulas";
import { reconcileBook, type ReconciledBook } from "../../reconcileBook";
import { once } from "../../../base/once";
import type { OpenedReview } from "../openReview";
import { findTampering } from "../tampering";
import { verifyBook, type VerifiedBook } from "../verifyBook";

/** What a closing looks at; what takes long is found out when it is asked for. */
export interface ClosingFacts {
  readonly opened: OpenedReview;
  readonly period: Period;
  /** Documents of the period that are not void. */
  readonly documents: readonly RegisteredInvoice[];
  /** The workbook compared for the period; undefined where there is nothing to compare. */
  readonly compared: () => ReconciledBook | undefined;
  /** What verify says of the documents of the period, and of the workbook. */
  readonly verified: () => VerifiedBook;
  /** Documents of any period that got a number and are gone. */
  readonly gone: () => readonly string[];
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
  const documents = documentsOf(opened, period);
  return {
    opened,
    period,
    documents,
    compared: once(() => {
      const result = reconcileBook(snapshot, { period, asOf: undefined });
      return result.ok ? result : undefined;
    }),
    verified: once(() => {
      const numbers = documents.map(({ invoiceNumber }) => invoiceNumber);
      const verified = verifyBook(snapshot, { sha256, engineVersion, head: undefined, numbers, formulas });
      if (typeof verified === "string") throw new Error(`${verified} of the register is not there.`);
      return verified;
    }),
    gone: once(() =>
      findTampering(opened).findings.flatMap(({ code, invoice }) =>
        code === "DOCUMENT_MISSING" && invoice !== "" ? [invoice] : [],
      ),
    ),
  };
}
