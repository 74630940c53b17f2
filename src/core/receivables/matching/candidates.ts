import { groupBy } from "../../base/groupBy";
import type { Decimal } from "../../money/decimal";
import type { OpenDocument, Payment } from "../book";
import type { Ledger } from "../ledger";
import { isNearlyNamed } from "./nearNumber";
import type { OpenBook } from "./openItems";

const MOST_CANDIDATES = 12;
/** So many of one amount are looked at: where all owe the same fee, more of them tell nobody anything. */
const MOST_ALIKE = 100;

const amountKey = (currency: string, amount: Decimal): string => `${currency}|${amount.toFixed()}`;

/** Numbers of documents that a person could choose from. */
export interface Candidates {
  /** What a payment could be meant for, whatever its text names. */
  readonly likely: (payment: Payment) => readonly string[];
  /** Where no rule says anything: those first, then all that the payer has open. */
  readonly all: (payment: Payment) => readonly string[];
}

/** What payments were put against, by their currency and amount, for money that goes back. */
function paidBy({ movements }: Ledger): ReadonlyMap<string, readonly OpenDocument[]> {
  const paid = movements.flatMap(({ source, kind, amount, document }) =>
    source.type === "payment" && kind === "cash" && amount.greaterThan(0)
      ? [{ key: amountKey(document.currency, source.receipt.amount), document }]
      : [],
  );
  return new Map(
    [...groupBy(paid, ({ key }) => key)].map(([key, group]) => [key, group.map(({ document }) => document)]),
  );
}

/**
 * For money in: of the payer, of customers who belong to him and, where nobody knows whose it is, of anybody what equals
 * the amount, those that the text nearly names first; then all that the payer has open. For money that goes back: what the
 * text names, else what a payment of that amount was put against.
 */
export function candidateFinder(
  ledger: Ledger,
  open: OpenBook,
  namedIn: (text: string) => readonly OpenDocument[],
): Candidates {
  const { book, documents, leftOf } = ledger;
  const openOf = (document: OpenDocument) => open.of(document).of(document)?.open;
  let equal: ReadonlyMap<string, readonly OpenDocument[]> | undefined;
  let paid: ReadonlyMap<string, readonly OpenDocument[]> | undefined;
  const ofAmount = (payment: Payment): readonly OpenDocument[] => {
    equal ??= groupBy(
      documents.filter((document) => !document.isCredit && openOf(document) !== undefined),
      (document) => amountKey(document.currency, openOf(document)!),
    );
    const ofAnybody = equal.get(amountKey(payment.currency, leftOf(payment.receipt))) ?? [];
    const size = leftOf(payment.receipt).toNumber();
    const ofPayer = open
      .of({ ...payment, customerId: payment.namedAs || payment.customerId })
      .sized(size, size);
    return [
      ...ofPayer.slice(0, MOST_ALIKE).map(({ document }) => document),
      ...ofAnybody.slice(0, MOST_ALIKE),
    ];
  };
  const likely = (payment: Payment): readonly OpenDocument[] => {
    if (leftOf(payment.receipt).isNegative()) return [];
    const { receipt, customerId, namedAs } = payment;
    const payer = namedAs || customerId;
    const isNear = ({ number }: OpenDocument) => isNearlyNamed(number, receipt.reference);
    const alike = ofAmount(payment).filter(
      (document) => payer === "" || book.parties.areRelated(payer, document.customerId) || isNear(document),
    );
    return [...alike.filter(isNear), ...alike];
  };
  const back = ({ receipt, customerId, currency }: Payment): readonly OpenDocument[] => {
    const named = namedIn(receipt.reference);
    if (named.length > 0) return named;
    paid ??= paidBy(ledger);
    const alike = paid.get(amountKey(currency, receipt.amount.negated())) ?? [];
    return alike.filter((document) => customerId === "" || document.customerId === customerId);
  };
  const oldestOf = (payment: Payment) =>
    open
      .of(payment)
      .all.slice(0, MOST_CANDIDATES)
      .map(({ document }) => document);
  const numbersOf = (found: readonly OpenDocument[]) =>
    [...new Set(found.map(({ number }) => number))].slice(0, MOST_CANDIDATES);
  return {
    likely: (payment) => numbersOf(likely(payment)),
    all: (payment) =>
      numbersOf(
        leftOf(payment.receipt).isNegative() ? back(payment) : [...likely(payment), ...oldestOf(payment)],
      ),
  };
}
