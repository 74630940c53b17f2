import {
  applyPayments,
  cashTotals,
  choosableFor,
  formatDay,
  planPayments,
  type BankSummary,
  type CellRef,
  type WritePlan,
} from "../../../core/api";
import { bankFormats } from "../../../workbook/formats/bank/registry";
import { momentOf, type RunDetails } from "../../session/choice";
import { SessionFailure } from "../../session/failure";
import { issueView, type IssueView } from "../../session/issueGroups";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { Money } from "../../session/views";
import {
  cashBook,
  noOptions,
  readGiven,
  type CashRequest,
  type GivenFile,
  type ReadFile,
} from "./view/cashBook";
import { postedOf, proposalsOf, type PostedView, type ProposalView } from "./view/proposals";

/** A statement of a bank file as it was read. */
export interface BankView {
  readonly file: string;
  readonly format: string;
  readonly account: string;
  readonly credits: number;
  readonly received: Money;
  /** Entries of money out that are no payment of a customer. */
  readonly leftOut: number;
  /** Opening + entries − closing, where both are given. */
  readonly gap: Money | undefined;
}

export interface CashView {
  /** Empty where nothing in the workbook has a day. */
  readonly asOf: string;
  readonly bank: readonly BankView[];
  /** Payments of the files that are not in the workbook yet, and those that are. */
  readonly imported: number;
  readonly known: number;
  readonly issues: readonly IssueView[];
  readonly totals: readonly {
    readonly currency: string;
    readonly received: number;
    readonly applied: number;
    readonly unapplied: number;
  }[];
  readonly proposals: readonly ProposalView[];
  readonly posted: readonly PostedView[];
}

/** A document that a payment can be put against. */
export interface OpenDocumentView {
  readonly number: string;
  readonly customer: string;
  readonly due: string;
  readonly open: Money;
  readonly at: CellRef;
}

/** What a person has decided: payments to post, payments or credit notes to take back. */
export interface CashDecision {
  readonly selected: readonly string[];
  readonly reverse: readonly string[];
}

const titleOfFormat = (id: string): string => bankFormats.find((known) => known.id === id)?.title ?? id;

function bankView(summary: BankSummary): BankView {
  const { file, format, account, currency, credits, creditAmount, notPayments, gap } = summary;
  return {
    file,
    format: titleOfFormat(format),
    account,
    credits,
    received: { currency, amount: creditAmount.toNumber() },
    leftOut: notPayments,
    gap: gap?.isZero() === false ? { currency, amount: gap.toNumber() } : undefined,
  };
}

/** Reads a bank's file, for the questions that follow. */
export function readFile(_workbook: SessionWorkbook, given: GivenFile): ReadFile {
  return readGiven(given);
}

/** What payments of the workbook and of the files would go against; nothing is written. */
export function proposals(workbook: SessionWorkbook, request: CashRequest): CashView {
  const book = cashBook(workbook, request);
  const { imported, opened } = book;
  const shared = {
    bank: imported.bank.map(bankView),
    imported: imported.imported.length,
    known: imported.known,
  };
  const issues = [...imported.issues, ...(opened?.issues ?? [])]
    .filter(({ severity }) => severity !== "info")
    .map(issueView);
  if (!opened) return { ...shared, asOf: "", issues, totals: [], proposals: [], posted: [] };
  return {
    ...shared,
    asOf: formatDay(opened.ledger.asOf),
    issues,
    totals: cashTotals(opened.ledger).map(({ currency, received, applied, unapplied }) => ({
      currency,
      received: received.toNumber(),
      applied: applied.toNumber(),
      unapplied: unapplied.toNumber(),
    })),
    proposals: proposalsOf(book, opened),
    posted: postedOf(opened),
  };
}

/** The open documents that a person can put a payment against. */
export function openDocuments(
  workbook: SessionWorkbook,
  request: CashRequest,
  paymentId: string,
): OpenDocumentView[] {
  const { opened } = cashBook(workbook, request);
  const payment = opened?.ledger.payments.find(({ receipt }) => receipt.paymentId === paymentId);
  if (!opened || !payment) return [];
  const { ledger } = opened;
  const isChoosable = choosableFor(payment, ledger.book);
  return ledger.documents
    .filter((document) => isChoosable(document) && !ledger.openOf(document).isZero())
    .sort((a, b) => a.due - b.due)
    .map((document) => ({
      number: document.number,
      customer: document.customerName,
      due: formatDay(document.due),
      open: { currency: document.currency, amount: ledger.openOf(document).toNumber() },
      at: document.at,
    }));
}

/** Everything that a decision writes: payments of the files, rows posted and proposed, invoices, the log. */
export function plan(
  workbook: SessionWorkbook,
  request: CashRequest,
  { selected, reverse }: CashDecision,
  { at, user }: RunDetails,
): WritePlan {
  const book = cashBook(workbook, request);
  const { imported, opened } = book;
  if (!opened) return imported.plan;
  const options = { ...noOptions(book), selected: new Set(selected), reverse, by: user };
  const result = applyPayments(opened, options);
  if (!result.ok)
    throw new SessionFailure({
      code: "MISSING",
      message: `${result.id} cannot be reversed: ${result.reason}.`,
    });
  const { engineVersion, sha256 } = workbook;
  const act = { when: momentOf(at), who: user, engineVersion, sha256 };
  return planPayments(result.run, options, act, imported);
}
