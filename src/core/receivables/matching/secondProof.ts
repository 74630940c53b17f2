import { groupBy } from "../../base/groupBy";
import type { Decimal } from "../../money/decimal";
import type { OpenDocument, Payment } from "../book";
import type { Ledger } from "../ledger";
import { numberIndex, type NumberIndex } from "../numberIndex";
import { isMistypedIn } from "./nearNumber";

/** Shorter order numbers, and such without a digit, are in texts that mean something else. */
const SHORTEST_ORDER = 4;
const canBeNamed = (order: string): boolean => order.length >= SHORTEST_ORDER && /\p{N}/u.test(order);

export const amountKey = (currency: string, amount: Decimal): string => `${currency}|${amount.toFixed()}`;

/** Whether a payment's text says once more that it is for the one document of its payer that it equals. */
export type SecondProof = (payment: Payment, document: OpenDocument) => boolean;

/**
 * Its order number is in the text, or its own number with one character wrong, and no document of that amount, whoever
 * owes it, is meant as well by either. Built when it is first asked.
 */
export function secondProof({ documents, openOf }: Pick<Ledger, "documents" | "openOf">): SecondProof {
  let orders: NumberIndex | undefined;
  let byAmount: ReadonlyMap<string, readonly OpenDocument[]> | undefined;
  const isMeant = (document: OpenDocument, text: string, named: ReadonlySet<string>): boolean => {
    const { poNumber } = document.record;
    return (poNumber !== undefined && named.has(poNumber)) || isMistypedIn(text, document.number);
  };
  return ({ receipt }, document) => {
    if (receipt.reference === "") return false;
    orders ??= numberIndex(documents.flatMap(({ record }) => record.poNumber ?? []).filter(canBeNamed));
    const named = new Set(orders.namedIn(receipt.reference));
    if (!isMeant(document, receipt.reference, named)) return false;
    byAmount ??= groupBy(
      documents.filter(({ isCredit }) => !isCredit),
      (each) => amountKey(each.currency, openOf(each)),
    );
    const alike = byAmount.get(amountKey(document.currency, openOf(document))) ?? [];
    return alike.every((each) => each === document || !isMeant(each, receipt.reference, named));
  };
}
