import { currencyCode } from "../money/currency";
import type { Settings } from "../settings/settings";

/** The currency of a document or a payment: the one written, else that of the customer, else that of Settings. */
export function currencyThatCounts(
  written: string | undefined,
  customer: { readonly currency?: string | undefined } | undefined,
  settings: Pick<Settings, "currency">,
): string {
  return currencyCode(written ?? "") ?? currencyCode(customer?.currency ?? "") ?? settings.currency;
}
