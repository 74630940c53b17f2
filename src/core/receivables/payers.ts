import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import type { OpenDocument, PostedRow, Receipt, ReceivablesBook } from "./book";
import type { Payment } from "./book";
import { currencyOf } from "./parties";

/** Money that nobody can be named for. */
const NOBODY = "(unknown)";

/** The one value of several, or undefined. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/**
 * Whose payments are, as far as documents up to a day tell: Customer ID, else the customer of the rows posted for it or
 * of the documents that it names, else the customer who is called as the payer.
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
  const byName = new Map<string, string[]>();
  for (const { customerName, customerId } of documents) {
    const key = nameKey(customerName);
    const ids = byName.get(key);
    if (!ids) byName.set(key, [customerId]);
    else if (ids.at(-1) !== customerId) ids.push(customerId);
  }
  const nameOf = new Map(documents.map(({ customerId, customerName }) => [customerId, customerName]));
  const rowsOf = new Map<Receipt, string[]>();
  for (const { source, document } of posted)
    if (source.type === "payment")
      rowsOf.set(source.receipt, [...(rowsOf.get(source.receipt) ?? []), document.customerId]);
  const customersOf = (named: readonly (string | undefined)[]) =>
    named.flatMap((number) => byNumber.get(number ?? "")?.customerId ?? []);
  const payerOf = (receipt: Receipt): string | undefined =>
    receipt.customerId ??
    only(rowsOf.get(receipt) ?? []) ??
    only(customersOf(receipt.invoiceNumbers.map((number) => numbers.find(number)))) ??
    (receipt.reference === "" ? undefined : only(customersOf(numbers.namedIn(receipt.reference)))) ??
    (receipt.payer === ""
      ? undefined
      : only([...parties.idsNamed(receipt.payer), ...(byName.get(nameKey(receipt.payer)) ?? [])]));
  return (asOf) =>
    receipts
      .filter(({ date }) => date <= asOf)
      .map((receipt) => {
        const customerId = payerOf(receipt) ?? "";
        const party = parties.of(customerId);
        const name = party?.customerName ?? nameOf.get(customerId) ?? customerId;
        return {
          receipt,
          customerId,
          customerName: name === "" ? NOBODY : name,
          currency: currencyOf(receipt.currency, party, settings),
        };
      });
}
