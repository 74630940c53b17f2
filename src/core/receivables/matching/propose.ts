import { sourceKey, type OpenDocument } from "../book";
import type { Ledger, Payment } from "../ledger";
import { decidedMovements, given, isDecided } from "./given";
import { OpenBook } from "./openItems";
import type { ChosenDocuments, Match, Review, Verdict } from "./proposal";
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

const MOST_CANDIDATES = 12;

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

/** What a person could choose from where no rule says anything. */
function openCandidates(payment: Payment, open: OpenBook): string[] {
  return open
    .of(payment)
    .all.slice(0, MOST_CANDIDATES)
    .map(({ document }) => document.number);
}

/** What is said of each payment; what a match takes is not open to the next. */
class Verdicts {
  private readonly said = new Map<Payment, NonNullable<Verdict>>();

  constructor(
    private readonly open: OpenBook,
    private readonly byNumber: ReadonlyMap<string, OpenDocument>,
    private readonly apart: ReadonlySet<string>,
  ) {}

  has(payment: Payment): boolean {
    return this.said.has(payment);
  }

  matchOf(payment: Payment): Match | undefined {
    const verdict = this.said.get(payment);
    return verdict?.kind === "match" ? verdict.match : undefined;
  }

  candidatesOf(payment: Payment): readonly string[] | undefined {
    const verdict = this.said.get(payment);
    return verdict?.kind === "review" ? verdict.candidates : undefined;
  }

  /** `isTaken` where the cash has gone off the documents already. */
  settle(payment: Payment, verdict: Verdict, isTaken: boolean): void {
    if (!verdict) return;
    const parted = verdict.kind === "match" ? this.partedIn(verdict.match) : [];
    if (verdict.kind === "review" || parted.length > 0) {
      this.said.set(payment, verdict.kind === "review" ? verdict : { kind: "review", candidates: parted });
      return;
    }
    this.said.set(payment, verdict);
    for (const { kind, sourceId, document, amount: taken } of verdict.match.shares) {
      if (isTaken && kind === "cash") continue;
      this.open.of(document).take(document, taken);
      const credit = kind === "credit" ? this.byNumber.get(sourceId) : undefined;
      if (credit) this.open.of(credit).take(credit, taken.negated());
    }
  }

  /** Documents that somebody took apart from the payment: a rule does not put them together again. */
  private partedIn({ rule, shares }: Match): string[] {
    if (rule === "chosen") return [];
    const parted = shares.filter(({ document, sourceId }) => this.apart.has(pairKey(sourceId, document)));
    return [...new Set(parted.map(({ document }) => document.number))];
  }
}

function contextOf(
  { book, leftOf }: Ledger,
  open: OpenBook,
  byNumber: ReadonlyMap<string, OpenDocument>,
  chosen: ChosenDocuments,
): MatchContext {
  return {
    settings: book.settings,
    open,
    namedIn: (text) => book.numbers.namedIn(text).flatMap((number) => byNumber.get(number) ?? []),
    leftOf: ({ receipt }) => leftOf(receipt),
    chosenFor: ({ receipt }) => chosen.get(receipt.paymentId)?.map((number) => byNumber.get(number)),
  };
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
  const verdicts = new Verdicts(open, byNumber, takenApart(ledger));
  const decided = decidedMovements(ledger);
  const candidates = ledger.payments.filter(
    (payment) => isDecided(payment, ledger) || !leftOf(payment.receipt).isZero(),
  );
  for (const payment of candidates.filter((each) => isDecided(each, ledger))) {
    const moved = decided.get(sourceKey({ type: "payment", receipt: payment.receipt })) ?? [];
    if (moved.length === 0 && chosen.has(payment.receipt.paymentId)) continue;
    verdicts.settle(payment, given(payment, moved, open, book.settings), true);
  }
  const waiting = () =>
    candidates.filter((payment) => !verdicts.has(payment) && leftOf(payment.receipt).greaterThan(0));
  const named: Rule = ({ receipt }) =>
    receipt.invoiceNumbers.length > 0 ? { kind: "review", candidates: receipt.invoiceNumbers } : undefined;
  for (const rule of [chosenDocuments, named, reference])
    for (const payment of waiting()) verdicts.settle(payment, rule(payment, context), false);
  const byAmount = waiting();
  for (const rule of [amount, account, combination])
    for (const payment of waiting()) verdicts.settle(payment, rule(payment, context), false);
  if (usesOldest) {
    // Whoever asks for it does not want to choose among equals.
    for (const payment of byAmount)
      if (!verdicts.matchOf(payment)) verdicts.settle(payment, oldest(payment, context), false);
  }
  return {
    matches: candidates.flatMap((payment) => verdicts.matchOf(payment) ?? []),
    reviews: candidates
      .filter((payment) => !verdicts.matchOf(payment))
      .map((payment): Review => ({
        payment,
        amount: leftOf(payment.receipt),
        candidates: verdicts.candidatesOf(payment) ?? openCandidates(payment, open),
      })),
  };
}
