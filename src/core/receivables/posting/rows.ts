import { knownValue } from "../../base/knownValue";
import type { Day } from "../../calendar/day";
import type { Settings } from "../../settings/settings";
import {
  sourceDay,
  sourceId,
  type OpenDocument,
  type PostedRow,
  type ReceivablesBook,
  type Source,
} from "../book";
import type { Match, Review, Share } from "../matching/proposal";
import type { ApplicationRecord } from "../tables/applications.table";

/** A row of Applications that a run writes; `row` is set where it continues one of the sheet. */
export type ApplicationRow = Omit<ApplicationRecord, "row"> & { readonly row: number | undefined };

export interface RowOptions {
  /** The day of every row; else the later of payment's and invoice's day. */
  readonly date: Day | undefined;
  readonly settings: Pick<Settings, "writeOffReason">;
}

/** Whoever writes something off says why, also where the setting was emptied. */
const FALLBACK_REASON = "TOLERANCE";

const blank = {
  row: undefined,
  applicationId: undefined,
  status: undefined,
  rule: undefined,
  confidence: undefined,
  difference: undefined,
  treatment: undefined,
  candidates: undefined,
  reasonCode: undefined,
  reverses: undefined,
  postedBy: undefined,
  runId: undefined,
} as const;

function dayOfShare(
  { document, sourceId: id, kind }: Share,
  { payment }: Match,
  credits: ReadonlyMap<string, OpenDocument>,
): Day {
  const used = kind === "credit" ? (credits.get(id)?.date ?? 0) : 0;
  return Math.max(payment.receipt.date, document.date, used);
}

/** The rows of a match, not yet posted and without ids. */
export function rowsOfMatch(
  match: Match,
  credits: ReadonlyMap<string, OpenDocument>,
  { date, settings }: RowOptions,
): ApplicationRow[] {
  const { rule, confidence, difference, treatment } = match;
  return match.shares.map((share) => ({
    ...blank,
    status: "proposed",
    paymentId: share.sourceId,
    customerId: share.document.customerId || undefined,
    invoiceNumber: share.document.number,
    date: date ?? dayOfShare(share, match, credits),
    kind: share.kind,
    amount: share.amount,
    currency: share.document.currency,
    rule,
    confidence,
    difference,
    treatment,
    reasonCode: share.kind === "write_off" ? settings.writeOffReason || FALLBACK_REASON : undefined,
  }));
}

/** The row of a payment that a person has to look at: no invoice, and what it could go against. */
export function rowOfReview({ payment, amount, candidates }: Review, { date }: RowOptions): ApplicationRow {
  return {
    ...blank,
    status: "review",
    paymentId: payment.receipt.paymentId,
    customerId: payment.customerId || undefined,
    invoiceNumber: "",
    date: date ?? payment.receipt.date,
    kind: "cash",
    amount,
    currency: payment.currency,
    confidence: "low",
    candidates: candidates.length > 0 ? candidates.join("; ") : undefined,
  };
}

/** The opposite of a posted row. */
export function rowOfReversal(row: PostedRow, date: Day | undefined): ApplicationRow {
  return {
    ...blank,
    status: "posted",
    paymentId: sourceId(row.source),
    customerId: row.document.customerId || undefined,
    invoiceNumber: row.document.number,
    date: Math.max(date ?? 0, row.day, row.record.date),
    kind: row.kind,
    amount: row.amount.negated(),
    currency: row.document.currency,
    reasonCode: row.record.reasonCode,
    reverses: row.applicationId,
  };
}

/** The book with rows posted that the workbook does not hold yet. */
export function withPosted(book: ReceivablesBook, rows: readonly ApplicationRow[]): ReceivablesBook {
  const documents = new Map([...book.documents].reverse().map((document) => [document.number, document]));
  const receipts = new Map(book.receipts.map((receipt) => [receipt.paymentId, receipt]));
  const known = new Map(book.posted.map((row) => [row.applicationId, row]));
  const posted = rows.map((row): PostedRow => {
    const document = knownValue(documents, row.invoiceNumber);
    const receipt = receipts.get(row.paymentId);
    const source: Source =
      row.kind === "credit" || !receipt
        ? { type: "credit", document: knownValue(documents, row.paymentId) }
        : { type: "payment", receipt };
    const reverses = row.reverses === undefined ? undefined : known.get(row.reverses);
    return {
      record: { ...row, row: -1 },
      applicationId: row.applicationId ?? "",
      kind: row.kind ?? "cash",
      source,
      document,
      amount: row.amount,
      day: Math.max(row.date, sourceDay(source), document.date, reverses?.day ?? 0),
      reverses,
      at: document.at,
    };
  });
  return { ...book, posted: [...book.posted, ...posted] };
}
