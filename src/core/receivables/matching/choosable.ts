import type { OpenDocument, Payment, ReceivablesBook } from "../book";

/**
 * Which documents a person may choose for a payment: of its customer and, where no Customer ID says whose it is, of all who
 * belong to the payer and those that its text names; of everybody where nobody knows the payer.
 */
export function choosableFor(
  { receipt, customerId, currency, namedAs }: Payment,
  { numbers, parties }: Pick<ReceivablesBook, "numbers" | "parties">,
): (document: OpenDocument) => boolean {
  const isOfOne = receipt.customerId !== undefined;
  const named = new Set(isOfOne ? [] : numbers.namedIn(receipt.reference));
  const payer = namedAs === "" ? customerId : namedAs;
  return (document) => {
    if (document.currency !== currency) return false;
    if (document.customerId === customerId) return true;
    const isOfPayer = payer === "" || parties.areRelated(payer, document.customerId);
    return !isOfOne && (isOfPayer || named.has(document.number));
  };
}
