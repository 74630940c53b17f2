/** The beginning of a draft's key, which stands in place of a number. */
export const DRAFT = "DRAFT-";

/** Whether a document bears the key of a draft and no number. */
export function hasDraftKey({ invoiceNumber }: { readonly invoiceNumber: string }): boolean {
  return invoiceNumber.startsWith(DRAFT);
}
