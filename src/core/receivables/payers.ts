import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import type { OpenDocument, PostedRow, Receipt, ReceivablesBook } from "./book";
import type { Payment } from "./book";
import { numberIndex, type NumberIndex } from "./numberIndex";
import { currencyThatCounts } from "../documents/currencyThatCounts";
import type { Parties } from "./parties";
import { payerNames, type PayerNames } from "./payerNames";

/** Money that nobody can be named for. */
const NOBODY = "(unknown)";

/** The one value of several, or undefined. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** Customer numbers shorter than this, or without a digit, are in texts that mean something else. */
const SHORTEST_CUSTOMER_NUMBER = 4;
const canBeNamed = (customerId: string): boolean =>
  customerId.length >= SHORTEST_CUSTOMER_NUMBER && /\p{N}/u.test(customerId);

/** Customers by what a payment says of its payer: the name, else a customer number in the text. */
interface Namesakes {
  readonly named: (payer: string, currency: string | undefined) => string;
  readonly numbered: (reference: string) => string;
}

function namesakesOf(parties: Parties, documents: readonly OpenDocument[]): Namesakes {
  const known = new Map(
    [...documents, ...parties.all.map((party) => ({ customerName: "", ...party }))].map(
      ({ customerId, customerName }) => [`${customerId}|${customerName}`, { customerId, customerName }],
    ),
  );
  const exactly = groupBy(known.values(), ({ customerName }) => nameKey(customerName));
  // Most payers are called as their customer is: what else a name may mean is looked at when it is asked.
  let loosely: PayerNames | undefined;
  let customerNumbers: NumberIndex | undefined;
  return {
    named: (payer, currency) => {
      const key = nameKey(payer);
      if (key === "") return "";
      const alike = exactly.get(key)?.map(({ customerId }) => customerId);
      const ids = alike ?? (loosely ??= payerNames(known.values()))(payer);
      const isPaidIn = (customerId: string) =>
        currency !== undefined && parties.of(customerId)?.currency === currency;
      // Of two that are called alike it is the one who pays in that currency.
      return only(ids) ?? only(ids.filter(isPaidIn)) ?? "";
    },
    numbered: (reference) => {
      if (reference === "") return "";
      customerNumbers ??= numberIndex(
        [...known.values()].map(({ customerId }) => customerId).filter(canBeNamed),
      );
      return only(customerNumbers.namedIn(reference)) ?? "";
    },
  };
}

/**
 * Whose payments are, as far as documents up to a day tell: Customer ID, else the customer of the rows posted for it or
 * of the documents that it names, else the customer who is called as the payer, else the one whose number is in the text.
 */
export function payerFinder(
  {
    receipts,
    parties,
    numbers,
    settings,
  }: Pick<ReceivablesBook, "receipts" | "parties" | "numbers" | "settings">,
  documents: readonly OpenDocument[],
  posted: readonly PostedRow[],
): (asOf: Day) => Payment[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]));
  const namesakes = namesakesOf(parties, documents);
  const nameOf = new Map(documents.map(({ customerId, customerName }) => [customerId, customerName]));
  const rowsOf = new Map<Receipt, string[]>();
  for (const { source, document } of posted)
    if (source.type === "payment")
      rowsOf.set(source.receipt, [...(rowsOf.get(source.receipt) ?? []), document.customerId]);
  const customersOf = (named: readonly (string | undefined)[]) =>
    named.flatMap((number) => byNumber.get(number ?? "")?.customerId ?? []);
  const ownerOf = (receipt: Receipt): string | undefined =>
    receipt.customerId ??
    only(rowsOf.get(receipt) ?? []) ??
    only(customersOf(receipt.invoiceNumbers.map((number) => numbers.find(number)))) ??
    (receipt.reference === "" ? undefined : only(customersOf(numbers.namedIn(receipt.reference))));
  return (asOf) =>
    receipts
      .filter(({ date }) => date <= asOf)
      .map((receipt) => {
        const namedAs = namesakes.named(receipt.payer, receipt.currency);
        const customerId = ownerOf(receipt) ?? (namedAs || namesakes.numbered(receipt.reference));
        const party = parties.of(customerId);
        const name = party?.customerName ?? nameOf.get(customerId) ?? customerId;
        return {
          receipt,
          customerId,
          customerName: name === "" ? NOBODY : name,
          currency: currencyThatCounts(receipt.currency, party, settings),
          namedAs,
          isShared:
            receipt.customerId === undefined &&
            new Set(customersOf(receipt.invoiceNumbers.map((number) => numbers.find(number)))).size > 1,
        };
      });
}
