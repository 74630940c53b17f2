import type { Catalog } from "../catalog/records";
import type { Settings } from "../settings/settings";
import type { RegisteredInvoice } from "./register";

/** What says by which terms a document is to be paid; `T` is how they are at hand, as a text or understood. */
export interface TermsBook<T> {
  /** Whose a contract is, and its terms: its own, or those that it has of its customer. */
  readonly contractOf: (
    contractId: string,
  ) => { readonly customerId: string; readonly terms: T | undefined } | undefined;
  /** A customer that is known, with the terms of all its contracts. */
  readonly customerOf: (customerId: string) => { readonly terms: T | undefined } | undefined;
  /** Where neither names any. */
  readonly general: T;
}

type Document = Pick<RegisteredInvoice, "contractId" | "customerId" | "lines">;

/**
 * The terms of a document: those of its contract, of several the one of its first line, but those of the customer who pays
 * where that is another. A child at 2/10 Net 10 whose parent pays at Net 60: Net 60.
 */
export function termsOfDocument<T>(
  { contractId, customerId, lines }: Document,
  { contractOf, customerOf, general }: TermsBook<T>,
): T {
  const contract = contractOf(contractId ?? lines[0]?.contractId ?? "");
  const payer = customerOf(customerId ?? contract?.customerId ?? "");
  const isPaidByOther =
    payer !== undefined && customerId !== undefined && contract?.customerId !== customerId;
  return (isPaidByOther ? undefined : contract?.terms) ?? payer?.terms ?? general;
}

/** The text of a document's payment terms, by what the workbook agrees on. */
export function termsTextOf(
  document: Document,
  { contractById, customers }: Pick<Catalog, "contractById" | "customers">,
  { paymentTerms }: Pick<Settings, "paymentTerms">,
): string {
  return termsOfDocument(document, {
    contractOf: (id) => {
      const contract = contractById.get(id);
      return contract && { customerId: contract.customer.customerId, terms: contract.termsText };
    },
    customerOf: (id) => {
      const customer = customers.get(id);
      return customer && { terms: customer.paymentTerms };
    },
    general: paymentTerms,
  });
}
