import { isIban } from "../base/checkDigits";
import type { Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";

const LONGEST_NAME = 70;
const LARGEST_AMOUNT = "999999999.99";

/** Why a document that could be paid by a code has none, and the setting to mend, or the document's number. */
export interface PaymentFault {
  readonly key:
    | "companyIban"
    | "companyName"
    | "companyPostalCode"
    | "companyCity"
    | "companyCountry"
    | "invoiceNumber";
  readonly reason: string;
}

/** Whether an account is given whose check digits are wrong. */
export function ibanFault({ companyIban }: Settings): PaymentFault | undefined {
  const iban = companyIban.replace(/\s/g, "").toUpperCase();
  return iban === "" || isIban(iban)
    ? undefined
    : { key: "companyIban", reason: "its check digits are wrong" };
}

/** What is to be paid, and what the payer quotes. */
export interface AskedAmount {
  readonly amount: Decimal;
  readonly currency: string;
  readonly reference: string;
}

/**
 * What an EPC QR code of a SEPA transfer holds, version 002; undefined where it cannot be: an amount in another currency
 * than euro, one of less than a cent, no IBAN with right check digits.
 */
export function paymentCode(
  { amount, currency, reference }: AskedAmount,
  settings: Settings,
): string | undefined {
  const iban = settings.companyIban.replace(/\s/g, "").toUpperCase();
  const isPayable = amount.greaterThanOrEqualTo("0.01") && amount.lessThanOrEqualTo(LARGEST_AMOUNT);
  if (!isPayable || currency !== "EUR" || !isIban(iban)) return undefined;
  const bic = settings.companyBic.replace(/\s/g, "");
  const name = settings.companyName.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);
  if (name === "") return undefined;
  return ["BCD", "002", "1", "SCT", bic, name, iban, `EUR${amount.toFixed(2)}`, "", "", reference].join("\n");
}
