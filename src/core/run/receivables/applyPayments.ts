import { compareText } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import { knownValue } from "../../base/knownValue";
import type { Day } from "../../calendar/day";
import { sum, type Decimal } from "../../money/decimal";
import type { Ledger } from "../../receivables/ledger";
import type { OpenDocument } from "../../receivables/book";
import type { ChosenDocuments, Match } from "../../receivables/matching/proposal";
import { propose, type Proposals } from "../../receivables/matching/propose";
import type { Confidence } from "../../receivables/tables/applications.table";
import {
  rowOfReversal,
  rowOfReview,
  rowsOfMatch,
  type ApplicationRow,
  type RowOptions,
} from "../../receivables/posting/rows";
import { rowsToReverse } from "../../receivables/posting/reverse";
import { Posting } from "./posting";
import type { LedgerBook } from "./reportBook";

export interface PaymentOptions {
  /** Set where the day was asked for: then rows bear it. */
  readonly asOf: Day | undefined;
  /** Which proposals are posted: those of high confidence, or medium ones as well. */
  readonly accept: "high" | "medium" | undefined;
  readonly usesOldest: boolean;
  /** Ids of applications or payments to take back first. */
  readonly reverse: readonly string[];
  /** Documents that a person chose in place of what the rules say. */
  readonly chosen?: ChosenDocuments;
  /** Payments whose proposals a person accepted one by one, by Payment ID. */
  readonly selected?: ReadonlySet<string>;
  readonly by: string;
  readonly runId: string;
}

/** What payments came to. */
export interface PaymentsRun {
  readonly ledger: Ledger;
  /** Rows posted now, reversals among them. */
  readonly applications: readonly ApplicationRow[];
  /** Rows proposed, or left to a person. */
  readonly proposals: readonly ApplicationRow[];
}

export type PaymentsResult =
  | { readonly ok: true; readonly run: PaymentsRun }
  | { readonly ok: false; readonly id: string; readonly reason: string };

const isAccepted = (confidence: Confidence | undefined, accept: PaymentOptions["accept"]): boolean =>
  accept !== undefined && (confidence === "high" || (confidence === "medium" && accept === "medium"));

/** Proposals, with those of payments that cannot be posted as what a person has to look at. */
function withoutRefused({ matches, reviews }: Proposals, refused: ReadonlySet<string>): Proposals {
  if (refused.size === 0) return { matches, reviews };
  const isRefused = ({ payment }: Match) => refused.has(payment.receipt.paymentId);
  const toReview = matches.filter(isRefused).map(({ payment, shares }) => ({
    payment,
    amount: sum(shares.filter(({ kind }) => kind === "cash").map(({ amount }) => amount)),
    candidates: [...new Set(shares.map(({ document }) => document.number))],
  }));
  return { matches: matches.filter((match) => !isRefused(match)), reviews: [...reviews, ...toReview] };
}

/** Rows of what is proposed and of what a person has to look at, by date, then Payment ID. */
function proposedRows(
  { matches, reviews }: Proposals,
  credits: ReadonlyMap<string, OpenDocument>,
  options: RowOptions,
): ApplicationRow[] {
  return [
    ...matches.map((match) => ({ payment: match.payment, rows: rowsOfMatch(match, credits, options) })),
    ...reviews.map((review) => ({ payment: review.payment, rows: [rowOfReview(review, options)] })),
  ]
    .sort(
      (a, b) =>
        a.payment.receipt.date - b.payment.receipt.date ||
        compareText(a.payment.receipt.paymentId, b.payment.receipt.paymentId),
    )
    .flatMap(({ rows }) => rows);
}

/** Reverses, proposes and posts what is accepted, until nothing more is to be accepted; nothing is written. */
export function applyPayments(
  { ledger: opened }: Pick<LedgerBook, "ledger">,
  options: PaymentOptions,
): PaymentsResult {
  const rowOptions = { date: options.asOf, settings: opened.book.settings };
  const credits = new Map(
    opened.documents.flatMap((document) => (document.isCredit ? [[document.number, document]] : [])),
  );
  const posting = new Posting(opened, options);
  /** Payments of which a row would not count, since a row of another payment took what is open: a person has to look. */
  const refused = new Set<string>();
  const addMatches = (matches: readonly Match[]) => {
    const rowsOf = new Map(matches.map((match) => [rowsOfMatch(match, credits, rowOptions), match]));
    for (const rows of posting.add([...rowsOf.keys()]))
      refused.add(knownValue(rowsOf, rows).payment.receipt.paymentId);
  };
  for (const id of options.reverse) {
    const reversal = rowsToReverse(posting.ledger, id);
    if (!reversal.ok) return { ok: false, id, reason: reversal.reason };
    const failing = posting.add([reversal.rows.map((row) => rowOfReversal(row, options.asOf))]);
    if (failing.length > 0) throw new Error("A reversal moves nothing.");
  }
  // What a person saw is posted once; what is left of those payments is a new question.
  const { selected = new Set<string>(), chosen = new Map<string, readonly string[]>() } = options;
  const isSelected = ({ payment }: Match) => selected.has(payment.receipt.paymentId);
  if (selected.size > 0)
    addMatches(propose(posting.ledger, options.usesOldest, chosen).matches.filter(isSelected));
  const stillChosen = new Map([...chosen].filter(([paymentId]) => !selected.has(paymentId)));
  for (;;) {
    const proposed = withoutRefused(propose(posting.ledger, options.usesOldest, stillChosen), refused);
    const accepted = proposed.matches.filter(({ confidence }) => isAccepted(confidence, options.accept));
    if (accepted.length === 0) {
      const proposals = proposedRows(proposed, credits, rowOptions);
      return {
        ok: true,
        run: {
          ledger: posting.ledger,
          applications: posting.applications,
          proposals: proposals.map((row) => posting.numbered(row)),
        },
      };
    }
    addMatches(accepted);
  }
}

export interface CashTotal {
  readonly currency: string;
  readonly received: Decimal;
  readonly applied: Decimal;
  readonly unapplied: Decimal;
  readonly discount: Decimal;
  readonly writtenOff: Decimal;
}

/** What came in per currency, what of it went against documents, and what was let off. */
export function cashTotals({ payments, movements, leftOf }: Ledger): CashTotal[] {
  const currencies = groupBy(payments, ({ currency }) => currency);
  const ofKind = (kind: string, currency: string) =>
    sum(
      movements
        .filter((movement) => movement.kind === kind && movement.document.currency === currency)
        .map(({ amount }) => amount),
    );
  const all = new Set([...currencies.keys(), ...movements.map(({ document }) => document.currency)]);
  return [...all].sort(compareText).map((currency) => {
    const paymentsOfCurrency = currencies.get(currency) ?? [];
    const received = sum(paymentsOfCurrency.map(({ receipt }) => receipt.amount));
    const unapplied = sum(paymentsOfCurrency.map(({ receipt }) => leftOf(receipt)));
    return {
      currency,
      received,
      applied: received.minus(unapplied),
      unapplied,
      discount: ofKind("discount", currency),
      writtenOff: ofKind("write_off", currency),
    };
  });
}
