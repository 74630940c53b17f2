import { billedServiceOf } from "../documents/billedService";
import type { RegisteredInvoice } from "../documents/register";
import { assignAdjustments } from "../invoicing/adjustments";
import { draftOf, reopened } from "../invoicing/approvedDrafts";
import { registerBefore } from "../invoicing/registerChanges";
import { collectIssues, type IssueCollector } from "../issues/collectIssues";
import { makeIssue } from "../issues/issue";
import { rateContract, type RatedContract } from "../rating/rateContract";
import type { RatingContext } from "../rating/ratingContext";
import { ratePools } from "../rating/terms/pools";
import { draftDocuments, withCorrections, type Drafted } from "./draftDocuments";
import type { PreparedBook } from "./prepareBook";
import { repeatIssues } from "./repeatStakes";
import { unseenIssues } from "./unseenStakes";

/** What each contract owes, and the documents that bill it. */
export interface RatedAndDrafted extends Drafted {
  readonly context: RatingContext;
  readonly rated: readonly RatedContract[];
}

/** Rates every contract and drafts the documents of those that are neither billed already nor held. */
export function rateAndDraft(book: PreparedBook, collector: IssueCollector): RatedAndDrafted {
  const { catalog, settings, register, period, contractIndex, metered, meters } = book;
  const { report } = collector;
  const adjustments = assignAdjustments(catalog, register, settings, period, report);
  const corrected = withCorrections(book, adjustments);
  // As before the run: what it billed itself when it ran last is rated again, so that a second run tells the same.
  const billed = billedServiceOf(registerBefore(corrected, period), settings);
  const context: RatingContext = {
    catalog,
    contractIndex,
    metered,
    meters,
    settings,
    report,
    standing: billedServiceOf(corrected, settings),
    billing: { run: period, billed },
    rated: new Map(),
  };
  const alone = catalog.contracts.map((contract) => rateContract(contract, period, billed, context));
  const pooled = ratePools(catalog, alone, { run: period, billed }, context);
  const itemsOf = new Map(pooled.map(({ carrier, items }) => [carrier, items]));
  const rated = alone.map((of) => ({ ...of, items: [...of.items, ...(itemsOf.get(of.contract) ?? [])] }));
  const ratedBook = { book, rated, billed, context };
  for (const issue of [...repeatIssues(ratedBook), ...unseenIssues(ratedBook, adjustments)]) report(issue);
  return {
    context,
    rated,
    ...draftDocuments(book, { rated, pooled, adjustments, billed, corrected }, collector),
  };
}

/**
 * The book with approved drafts open again, so that the run gives them their numbers. One that the inputs no longer give
 * stays as it was approved, and is reported.
 */
export function withApprovedOpen(
  book: PreparedBook,
  approved: readonly RegisteredInvoice[],
  { list, report }: IssueCollector,
): PreparedBook {
  const { register } = book;
  if (approved.length === 0) return book;
  const trial = collectIssues();
  for (const issue of list()) trial.report(issue);
  const { drafts } = rateAndDraft({ ...book, register: reopened(register, approved) }, trial);
  const isSame = (invoice: RegisteredInvoice) => draftOf(invoice, drafts) !== undefined;
  for (const invoice of approved) {
    if (isSame(invoice)) continue;
    report(makeIssue("APPROVED_DIFFERS", { at: invoice.at, value: invoice.invoiceNumber }));
  }
  return { ...book, register: reopened(register, approved.filter(isSame)) };
}
