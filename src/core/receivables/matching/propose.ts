import { sourceKey, type OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import type { Payment } from "../book";
import { candidateFinder, type Candidates } from "./candidates";
import { choosableFor } from "./choosable";
import { decidedMovements, given, isDecided, reopening } from "./given";
import { OpenBook } from "./openItems";
import type { ChosenDocuments, Match, Review, Verdict } from "./proposal";
import { returnRule } from "./returned";
import {
  account,
  amount,
  chosen as chosenDocuments,
  combination,
  oldest,
  reference,
  type MatchContext,
  type Rule,
} from "./rules";

export interface Proposals {
  readonly matches: readonly Match[];
  readonly reviews: readonly Review[];
}

const pairKey = (paymentId: string, document: OpenDocument) => `${paymentId}|${document.number}`;

/** Payments and invoices that somebody took apart: only a person puts them together again. */
function takenApart({ movements }: Ledger): ReadonlySet<string> {
  return new Set(
    movements.flatMap(({ row, document }) =>
      row?.reverses && row.source.type === "payment" ? [pairKey(row.source.receipt.paymentId, document)] : [],
    ),
  );
}

/** The match, unless somebody took one of its pairs apart and nobody puts them together again. */
function orReview(match: Match, apart: ReadonlySet<string>): NonNullable<Verdict> {
  const parted = match.shares.filter(
    ({ document, sourceId }) => match.rule !== "chosen" && apart.has(pairKey(sourceId, document)),
  );
  if (parted.length === 0) return { kind: "match", match };
  return { kind: "review", candidates: [...new Set(parted.map(({ document }) => document.number))] };
}

/** Takes what a match uses from what is open; the cash of a decided payment is gone from there already. */
function takeShares(
  { shares }: Match,
  open: OpenBook,
  byNumber: ReadonlyMap<string, OpenDocument>,
  isTaken: boolean,
): void {
  for (const { kind, sourceId, document, amount: taken } of shares) {
    if (isTaken && kind === "cash") continue;
    open.of(document).take(document, taken);
    const credit = kind === "credit" ? byNumber.get(sourceId) : undefined;
    if (credit) open.of(credit).take(credit, taken.negated());
  }
}

function contextOf(
  ledger: Ledger,
  open: OpenBook,
  byNumber: ReadonlyMap<string, OpenDocument>,
  chosen: ChosenDocuments,
): MatchContext {
  const { book, leftOf, movements } = ledger;
  const documentsOf = (numbers: readonly string[]) => numbers.flatMap((number) => byNumber.get(number) ?? []);
  return {
    settings: book.settings,
    open,
    namedIn: (text) => documentsOf(book.numbers.namedIn(text)),
    listedIn: (text) => documentsOf(book.numbers.listedIn(text)),
    usedOn: (credit) =>
      movements.flatMap(({ source, document }) =>
        source.type === "credit" && source.document === credit ? [document] : [],
      ),
    areRelated: book.parties.areRelated,
    choosableFor: (payment) => choosableFor(payment, book),
    leftOf: ({ receipt }) => leftOf(receipt),
    chosenFor: ({ receipt }) => chosen.get(receipt.paymentId)?.map((number) => byNumber.get(number)),
  };
}

/** Verdicts as matches, and everything else as what a person has to look at, with what it could go against. */
function proposalsOf(
  payments: readonly Payment[],
  verdicts: ReadonlyMap<Payment, NonNullable<Verdict>>,
  { leftOf }: Ledger,
  candidatesOf: Candidates,
): Proposals {
  const matches: Match[] = [];
  const reviews: Review[] = [];
  for (const payment of payments) {
    const verdict = verdicts.get(payment);
    if (verdict?.kind === "match") matches.push(verdict.match);
    else
      reviews.push({
        payment,
        amount: leftOf(payment.receipt),
        candidates: verdict
          ? [...new Set([...verdict.candidates, ...candidatesOf.likely(payment)])]
          : candidatesOf.all(payment),
      });
  }
  return { matches, reviews };
}

/**
 * What payments go against: rule after rule over all of them, by date, then id; what one takes is not open to the next.
 * What a person chose comes before all rules. Nothing is posted here.
 */
export function propose(ledger: Ledger, usesOldest: boolean, chosen: ChosenDocuments = new Map()): Proposals {
  const { book, leftOf } = ledger;
  const open = new OpenBook(ledger);
  const byNumber = new Map([...ledger.documents].reverse().map((document) => [document.number, document]));
  const context = contextOf(ledger, open, byNumber, chosen);
  const apart = takenApart(ledger);
  const verdicts = new Map<Payment, NonNullable<Verdict>>();
  const settle = (payment: Payment, verdict: Verdict, isTaken: boolean) => {
    const settled = verdict?.kind === "match" ? orReview(verdict.match, apart) : verdict;
    if (!settled) return;
    verdicts.set(payment, settled);
    if (settled.kind === "match") takeShares(settled.match, open, byNumber, isTaken);
  };
  const decided = decidedMovements(ledger);
  const givenBy = ({ receipt }: Payment) =>
    receipt.invoiceNumbers.flatMap((number) => byNumber.get(book.numbers.find(number) ?? "") ?? []);
  const candidates = ledger.payments.filter(
    (payment) => isDecided(payment, ledger) || !leftOf(payment.receipt).isZero(),
  );
  for (const payment of candidates.filter((candidate) => isDecided(candidate, ledger))) {
    const moved = decided.get(sourceKey({ type: "payment", receipt: payment.receipt })) ?? [];
    if (moved.length === 0 && chosen.has(payment.receipt.paymentId)) continue;
    if (moved.length === 0 && payment.receipt.amount.isNegative())
      settle(payment, reopening(payment, givenBy(payment), ledger), false);
    else settle(payment, given(payment, moved, open, book.settings), true);
  }
  const returned = returnRule(ledger);
  for (const payment of candidates.filter((candidate) => leftOf(candidate.receipt).isNegative()))
    if (!verdicts.has(payment) && payment.receipt.invoiceNumbers.length === 0)
      settle(payment, returned(payment, context.namedIn(payment.receipt.reference)), false);
  const waiting = () =>
    candidates.filter((payment) => !verdicts.has(payment) && leftOf(payment.receipt).greaterThan(0));
  const named: Rule = ({ receipt }) =>
    receipt.invoiceNumbers.length > 0 ? { kind: "review", candidates: receipt.invoiceNumbers } : undefined;
  for (const rule of [chosenDocuments, named, reference])
    for (const payment of waiting()) settle(payment, rule(payment, context), false);
  const byAmount = waiting();
  for (const rule of [amount, account, combination])
    for (const payment of waiting()) settle(payment, rule(payment, context), false);
  if (usesOldest) {
    // Whoever asks for it does not want to choose among equals.
    for (const payment of byAmount)
      if (verdicts.get(payment)?.kind !== "match") settle(payment, oldest(payment, context), false);
  }
  return proposalsOf(candidates, verdicts, ledger, candidateFinder(ledger, open, context.namedIn));
}
