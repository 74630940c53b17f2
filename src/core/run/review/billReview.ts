import type { RegisteredInvoice } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { approvedDrafts } from "../../invoicing/approvedDrafts";
import type { Invoice } from "../../invoicing/invoice";
import type { Numbering } from "../../invoicing/numberInvoices";
import { makeIssue, type Report } from "../../issues/issue";
import { changesText, withLapsed, type Lapse } from "../../review/lapse";
import { allNumbersGiven } from "../../review/log/allNumbersGiven";
import { readPolicy, type Policy } from "../../review/policy";
import { sealFactsOf } from "../../review/verify/sealFacts";
import type { RunOptions } from "../options";
import type { PreparedBook } from "../prepareBook";
import { reviewOf } from "./openReview";
import { isForked, reportDuplicates, reportTampering } from "./logFaults";
import { findTampering, keptFinal } from "./tampering";

/** What a run has to respect of what was reviewed. */
export interface BillReview {
  /** The book with documents whose approval lapsed as drafts. */
  readonly book: PreparedBook;
  readonly lapses: readonly Lapse[];
  /** Approved drafts that a run with numbers may number. */
  readonly approved: readonly RegisteredInvoice[];
  readonly numbering: Numbering;
  readonly policy: Policy;
}

/** Approved drafts of the run whose seal no longer holds, with what changed. */
function lapsesOf(
  book: PreparedBook,
  snapshot: Snapshot,
  approved: readonly RegisteredInvoice[],
  { review }: RunOptions,
): Lapse[] {
  if (!review || approved.length === 0) return [];
  const opened = reviewOf(book, snapshot, review.sha256);
  return approved.flatMap((document): Lapse[] => {
    const { isSealed, broken, document: cells, inputs } = sealFactsOf(opened, document);
    const findings = [...broken, ...cells, ...inputs];
    return isSealed && findings.length > 0 ? [{ document, comment: changesText(findings) }] : [];
  });
}

const isHandApproved = ({ seal }: RegisteredInvoice): boolean => seal === undefined;

/** Which drafts get numbers: approved ones, and those that nobody has to approve, where the person may issue. */
function isDueFor(
  policy: Policy,
  approved: readonly RegisteredInvoice[],
  inReview: ReadonlySet<string>,
  by: string | undefined,
): Numbering["isDue"] {
  const keys = new Set(approved.map(({ invoiceNumber }) => invoiceNumber));
  const mayIssue = by === undefined || policy.hasRole(by, "issuer");
  return ({ key, total }: Invoice) =>
    mayIssue && (keys.has(key) || (!policy.needsApproval(total) && !(policy.isSet && inReview.has(key))));
}

/** Looks at logs, approvals and Policy before a run drafts anything. */
export function reviewForBill(
  prepared: PreparedBook,
  snapshot: Snapshot,
  options: RunOptions,
  report: Report,
): BillReview {
  const { settings, period } = prepared;
  const tampering = options.review
    ? findTampering(reviewOf(prepared, snapshot, options.review.sha256))
    : undefined;
  if (tampering) reportTampering(tampering, report);
  const book = tampering ? { ...prepared, register: keptFinal(prepared.register, tampering) } : prepared;
  const isMerged =
    (options.giveNumbers && reportDuplicates(book.register, report)) || (tampering && isForked(tampering));
  const policy = readPolicy(snapshot, settings, report);
  const all = approvedDrafts(book.register, period);
  const lapses = lapsesOf(book, snapshot, all, options);
  const lapsed = new Set(lapses.map(({ document }) => document));
  const holding = all.filter((document) => !lapsed.has(document));
  const approved = holding.filter((document) => !policy.isSet || !isHandApproved(document));
  for (const { at, invoiceNumber: value } of options.giveNumbers ? holding : [])
    if (!approved.some(({ invoiceNumber }) => invoiceNumber === value))
      report(makeIssue("NOT_SEALED", { at, value }));
  const inReview = book.register.invoices.filter(({ status }) => status === "in_review");
  const isDue = isDueFor(
    policy,
    approved,
    new Set(inReview.map(({ invoiceNumber }) => invoiceNumber)),
    options.review?.by,
  );
  const given = allNumbersGiven(snapshot);
  return {
    book: { ...book, register: withLapsed(book.register, lapses) },
    lapses,
    approved: isMerged ? [] : approved,
    numbering: { isDue: isMerged ? () => false : isDue, given },
    policy,
  };
}
