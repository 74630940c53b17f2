import { parseTerms } from "../../calendar/terms";
import type { Settings } from "../../settings/settings";
import type { Contract, Customer } from "../records";
import { nothingAgreed } from "./nothingAgreed";

/**
 * The account of a customer without a contract of its own: what is agreed over the contracts of others is billed to it. Its
 * periods and currency are those of the first of them, its payment terms and tax the customer's.
 */
export function accountOf(customer: Customer, like: Contract, settings: Settings): Contract {
  const termsText = customer.paymentTerms ?? settings.paymentTerms;
  return {
    ...like,
    contractId: "",
    customer,
    terms: parseTerms(termsText) ?? like.terms,
    termsText,
    taxCode: customer.taxCode ?? settings.taxCode,
    commitments: [],
    poNumber: customer.poNumber ?? "",
    plans: [],
    agreed: nothingAgreed,
    isSuspended: false,
    prices: [],
    hasBrokenPrice: false,
  };
}
