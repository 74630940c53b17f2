import { groupBy } from "../../base/groupBy";
import type { Decimal } from "../../money/decimal";
import type { OpenDocument, Payment } from "../book";
import type { Ledger } from "../ledger";
import { isNearlyNamed } from "./nearNumber";
import type { OpenBook } from "./openItems";

const MOST_CANDIDATES = 12;

const amountKey = (currency: string, amount: Decimal): string => `${currency}|${amount.toFixed()}`;

/** Numbers of documents that a person could choose from. */
export interface Candidates {
  /** What a payment could be meant for, whatever its text names. */
  readonly likely: (payment: Payment) => readonly string[];
  /** Where no rule says anything: those first, then all that the payer has open. */
  readonly all: (payment: Payment) => readonly string[];
}

/** What was put against documents by payments of an amount, for money that goes back. */
function paidBy({ movements }: Ledger): ReadonlyMap<string, readonly OpenDocument[]> {
  const found = new Map<string, OpenDocument[]>();
  for (const { source, kind, amount, document } of movements) {
    if (source.type !== "payment" || kind !== "cash" || !amount.greaterThan(0)) continue;
    const key = amountKey(document.currency, source.receipt.amount);
    found.set(key, [...(found.get(key) ?? []), document]);
  }
  return found;
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
    return equal.get(amountKey(payment.currency, leftOf(payment.receipt))) ?? [];
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
  const numbersOf = (found: readonly OpenDocument[]) =>
    [...new Set(found.map(({ number }) => number))].slice(0, MOST_CANDIDATES);
  return {
    likely: (payment) => numbersOf(likely(payment)),
    all: (payment) =>
      numbersOf(
        leftOf(payment.receipt).isNegative()
          ? back(payment)
          : [...likely(payment), ...open.of(payment).all.map(({ document }) => document)],
      ),
  };
}
