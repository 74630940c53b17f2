import { unheard } from "../issues/issue";
import type { Day } from "../calendar/day";
import { contains, coveringPeriod, monthOf, overlap, type Period } from "../calendar/period";
import { billedServiceOf } from "../documents/billedService";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { ledgerAt } from "../receivables/ledger";
import { readReceivables } from "../receivables/readReceivables";
import { daysOfDocument } from "../reconciliation/checkedPeriods";
import type { Finding } from "../reconciliation/finding";
import { onlyFindings, reconcile } from "../reconciliation/reconcile";
import { reportOutside, tally, type BillingRun } from "./billingRun";
import { rateAndDraft } from "./rateAndDraft";
import { withoutConsequences } from "./consequences";
import { heldInvoices } from "./held";
import { loggedTime } from "./loggedTime";
import { prepareBook, readInputs, type PreparedBook, type WorkbookInputs } from "./prepareBook";
import { cashProofOf, type CashProof } from "./receivables/cashProof";
import { keepsPayments } from "./receivables/cashOf";
import { monthsOfUsage } from "../metering/monthsOfUsage";

/** What is compared, and as of when. */
export interface ReconcileOptions {
  /** Only what is found for this period. Default: every period of the workbook with usage or documents. */
  readonly period: Period | undefined;
  /** Default: the last day of what is compared. */
  readonly asOf: Day | undefined;
}

/** A workbook compared as it is. */
export interface ReconciledBook {
  /** As of a run that bills nothing. */
  readonly run: BillingRun;
  /** The documents that were compared. */
  readonly register: DocumentRegister;
  /** The days that were compared. */
  readonly period: Period;
  /** Cash by currency, at a day of its own where none was asked for: the last of documents and payments. */
  readonly cash: readonly CashProof[];
  readonly cashAsOf: Day;
}

export type ReconcileResult =
  | ({ readonly ok: true } & ReconciledBook)
  /** Why there is nothing to compare, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

const nothingToCompare: ReconcileResult = {
  ok: false,
  reason: "it holds neither usage nor documents to compare",
};

/** Every document counts as it is, drafts too: what is compared is the workbook as it is. */
export function registerAsIs(register: DocumentRegister): DocumentRegister {
  const invoices = register.invoices.map((invoice) => ({
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, isFinal: true })),
  }));
  const lines = invoices.filter(({ isVoid }) => !isVoid).flatMap((invoice) => invoice.lines);
  return { ...register, ...registerContents(invoices, lines) };
}

/** The day by which a document had been due: its last, or an earlier one on which it was written, as for a year ahead. */
function dayOfDocument(document: RegisteredInvoice): Day | undefined {
  const end = document.periodEnd ?? daysOfDocument(document)?.to;
  if (end === undefined) return document.invoiceDate;
  return Math.min(end, document.invoiceDate ?? end);
}

/** The first and last month of the workbook with usage or a document. */
export function timeOfBook(
  inputs: WorkbookInputs,
  used: readonly Period[] = monthsOfUsage(inputs.usageBound).map(({ period }) => period),
): Period | undefined {
  const { register } = inputs;
  const documents = register.invoices.flatMap((document) => dayOfDocument(document) ?? []).map(monthOf);
  const all = [...used, ...documents];
  return all.length === 0 ? undefined : coveringPeriod(all);
}

/** Whether a finding is about a period: its days end in it, or those of the document that it names. */
function isAbout(period: Period, { invoices }: DocumentRegister): (finding: Finding) => boolean {
  const dayOf = new Map(invoices.map((invoice) => [invoice.invoiceNumber, dayOfDocument(invoice)]));
  return ({ period: days, invoiceNumber }) => {
    if (days)
      return contains(period, days.to) || (days.from >= period.from && overlap(days, period) !== undefined);
    const day = dayOf.get(invoiceNumber);
    return day === undefined || contains(period, day);
  };
}

/** What is owed on the day that was asked for, else at the end of the period, else on the last day of the workbook. */
function ledgerToCompare(
  snapshot: Snapshot,
  { register, settings, asOf }: PreparedBook,
  options: ReconcileOptions,
) {
  const book = readReceivables(snapshot, unheard, { register, settings });
  const lastDay = options.period ? options.period.to : (book.lastDay ?? asOf);
  return ledgerAt(book, options.asOf ?? lastDay);
}

/**
 * Compares usage, contracts and documents as the workbook holds them; nothing is billed. The last month counts as the
 * run's own: usage above what was billed in an earlier one is late.
 */
export function reconcileBook(snapshot: Snapshot, options: ReconcileOptions): ReconcileResult {
  const inputs = readInputs(snapshot, unheard);
  const used = monthsOfUsage(inputs.usageBound).map((month) => month.period);
  const asked = options.asOf === undefined ? undefined : monthOf(options.asOf);
  const compared = options.period ?? timeOfBook(inputs, used) ?? asked;
  if (!compared) return nothingToCompare;
  const period = options.period ?? monthOf(compared.to);
  const collector = collectIssues();
  const prepared = prepareBook(
    snapshot,
    { period, asOf: options.asOf, giveNumbers: false },
    collector.report,
  );
  if (!prepared.book) return nothingToCompare;
  const { book } = prepared;
  reportOutside(book, collector.report);
  const { context, rated, held, holds } = rateAndDraft(book, collector);
  const register = registerAsIs(book.register);
  const ledger = ledgerToCompare(snapshot, book, options);
  const found = reconcile({
    ...context,
    report: unheard,
    run: period,
    asOf: book.asOf,
    register,
    billed: billedServiceOf(register, book.settings),
    expectedTime: [...used, ...loggedTime(snapshot, period)],
    absentUsage: book.absentFiles.map(({ days }) => days),
    held,
    ...(keepsPayments(snapshot, book.settings) ? { ledger } : {}),
    lateBilled: [],
  });
  const run: BillingRun = {
    book,
    invoices: [],
    after: register,
    held: heldInvoices(held, holds, period),
    reconciliation: options.period ? onlyFindings(found, isAbout(options.period, register)) : found,
    controlTotals: tally(book, rated),
    issues: withoutConsequences(collector.list(), book),
    amounts: new Map(),
    lapses: [],
    waiting: 0,
    closedPeriod: undefined,
  };
  return { ok: true, run, register, period: compared, cash: cashProofOf(ledger), cashAsOf: ledger.asOf };
}
